using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Register;

/// <summary>Registers a region that municipalities can belong to.</summary>
internal sealed class RegisterRegion(MunicipalitiesDbContext db, Once once)
{
    public Task<RegisterRegionResponse> RunAsync(RegisterRegionRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (_, token) => RegisterAsync(request.Region, request.Source, token), ct);

    private async Task<RegisterRegionResponse> RegisterAsync(V1.Region asked, Common.V1.Source source, CancellationToken ct)
    {
        if (await db.Set<Region>().AnyAsync(known => known.Id == asked.Id, ct))
            throw new DomainException(RegisterRules.RegionKnown, "region.id");
        var region = new Region
        {
            Id = asked.Id, Name = asked.Name.Trim(), Kind = (RegionKind)asked.Kind, Validity = asked.Period.ToValidity(), Source = source.ToDomain(),
        };
        db.Add(region);
        return new RegisterRegionResponse { Region = region.ToProto() };
    }
}

internal sealed class RegisterRegionValidator : AbstractValidator<RegisterRegionRequest>
{
    private const int MostNameCharacters = 200;

    public RegisterRegionValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Region).NotNull();
        When(r => r.Region is not null, () =>
        {
            RuleFor(r => r.Region.Id).NotEmpty().IsRegionIdOrEmpty();
            // Whoever buys is a region or a municipality, and told apart by the form of its code.
            RuleFor(r => r.Region.Id).Must(id => !MunicipalityId.IsWellFormed(id)).WithMessage("Give a code that is not of the form of a municipality's.");
            RuleFor(r => r.Region.Name).IsLine(MostNameCharacters);
            RuleFor(r => r.Region.Kind).IsInEnum().NotEqual(V1.RegionKind.Unspecified);
            RuleFor(r => r.Region.Period).IsPeriod();
        });
        RuleFor(r => r.Source).IsNamedSource();
    }
}
