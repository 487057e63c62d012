using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Agreements;

/// <summary>Drafts an agreement.</summary>
internal sealed class DraftAgreement(MunicipalitiesDbContext db, RegisterCache register, Once once)
{
    public Task<DraftAgreementResponse> RunAsync(DraftAgreementRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => DraftAsync(request, moment, token), ct);

    private async Task<DraftAgreementResponse> DraftAsync(DraftAgreementRequest request, Moment moment, CancellationToken ct)
    {
        var snapshot = await register.GetAsync(ct);
        snapshot.RequireRegion(request.Agreement.RegionId, "agreement.region_id");
        for (var i = 0; i < request.Agreement.MunicipalityIds.Count; i++)
            snapshot.Municipality(request.Agreement.MunicipalityIds[i], $"agreement.municipality_ids[{i}]");
        var facts = request.Agreement.ToDomain();
        if (facts.Reference is not null && await db.Set<Agreement>().AnyAsync(a => a.Reference == facts.Reference, ct))
            throw new DomainException(AgreementRules.ReferenceTaken, "agreement.reference");
        var agreement = Agreement.Draft(Guid.CreateVersion7(moment.Now), facts);
        db.Add(agreement);
        return new DraftAgreementResponse { Agreement = agreement.ToProto(moment.Today) };
    }
}

internal sealed class DraftAgreementValidator : AbstractValidator<DraftAgreementRequest>
{
    public DraftAgreementValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Agreement).NotNull().SetValidator(new AgreementValidator());
    }
}
