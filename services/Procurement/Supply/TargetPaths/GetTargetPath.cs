using FluentValidation;
using Regio.Procurement.Terms;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Term = Regio.Procurement.Terms.Term;

namespace Regio.Procurement.Supply.TargetPaths;

/// <summary>The path of a region, and how far it was kept by a day.</summary>
internal sealed class GetTargetPath(TargetPathReader reader, TermReader terms, TimeProvider time)
{
    public async Task<GetTargetPathResponse> RunAsync(GetTargetPathRequest request, CancellationToken ct)
    {
        var (day, knownAt) = (AsOf.OrToday(request.AsOf, time), request.KnownAt?.ToDateTimeOffset());
        var path = await reader.PathAsync(request.RegionId, knownAt, ct)
            ?? throw new DomainException(TargetPathRules.Unknown, "region_id", new Dictionary<string, string> { ["region_id"] = request.RegionId });
        var days = path.DaysUntil(day);
        var (places, book) = (await reader.PlacesAsync(path, days, knownAt, ct), await terms.ReadAsync(ct));
        return new GetTargetPathResponse
        {
            Path = path.ToProto(),
            Readings = { days.Select(on => path.Read(on, [.. places[on]], book.On(Term.SupplyStaleDays, on)).ToProto()) },
            Counted = { places[day].Select(part => part.ToProto(day, book.On(Term.SupplyStaleDays, day))) },
        };
    }
}

internal sealed class GetTargetPathValidator : AbstractValidator<GetTargetPathRequest>
{
    public GetTargetPathValidator()
    {
        RuleFor(r => r.RegionId).NotEmpty().WithMessage("Give a region.").IsRegionIdOrEmpty();
        RuleFor(r => r.AsOf).IsDayOrAbsent();
        RuleFor(r => r.KnownAt).IsMomentOrAbsent();
    }
}
