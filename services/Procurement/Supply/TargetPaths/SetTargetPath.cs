using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Contracts;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Supply.TargetPaths;

/// <summary>Records the path of a region for its places with stay.</summary>
internal sealed class SetTargetPath(
    ProcurementDbContext db, CatalogueReader catalogue, Buyers buyers, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.TargetPathService/SetTargetPath";

    public Task<SetTargetPathResponse> RunAsync(SetTargetPathRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => SetAsync(request, caller, token), ct);

    private async Task<SetTargetPathResponse> SetAsync(SetTargetPathRequest request, string caller, CancellationToken ct)
    {
        var (asked, now) = (request.Path.ToTerms(), time.StorableNow());
        var last = await db.Set<TargetPath>().Where(path => path.RegionId == asked.RegionId).MaxAsync(path => (long?)path.Version, ct) ?? 0;
        Etag.RequireOrNone(request.Etag, last);
        var path = TargetPath.Set(Guid.CreateVersion7(now), last, asked, await catalogue.ReadAsync(ct), (caller, now));
        await buyers.ScalesAsync([new BuyerOnDay(path.RegionId, path.Points[0].StartsOn, "path.region_id")], ct);
        db.Add(path);
        return new SetTargetPathResponse { Path = path.ToProto() };
    }
}

internal sealed class SetTargetPathValidator : AbstractValidator<SetTargetPathRequest>
{
    public SetTargetPathValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Path).NotNull().ChildRules(path =>
        {
            path.RuleFor(p => p.RegionId).NotEmpty().WithMessage("Give a region.").IsRegionIdOrEmpty();
            path.RuleFor(p => p.RegionId).Must(id => !MunicipalityId.IsWellFormed(id)).WithMessage("Give a region, no municipality.");
            path.RuleFor(p => p.ProductIds).Must(ids => ids.Count is > 0 and <= TargetPathRules.MostProducts)
                .WithMessage($"Give 1 to {TargetPathRules.MostProducts} products.");
            path.RuleForEach(p => p.ProductIds).IsLine(CatalogueMapping.MostCodeCharacters);
            path.RuleFor(p => p.Points).Must(points => points.Count is > 0 and <= TargetPathRules.MostPoints)
                .WithMessage($"Give 1 to {TargetPathRules.MostPoints} points.");
            path.RuleForEach(p => p.Points).ChildRules(point =>
            {
                point.RuleFor(p => p.StartDate).IsDay();
                point.RuleFor(p => p.Places).InclusiveBetween(0, SupplyRules.MostCount);
            });
            path.RuleFor(p => p.Ground).IsLine(TargetPathRules.MostTextCharacters);
            path.RuleFor(p => p.Source).NotNull();
            path.RuleFor(p => p.Source).SetValidator(new SourceValidator());
        });
    }
}
