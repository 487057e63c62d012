using FluentValidation;
using Regio.Procurement.Persistence;
using Regio.Procurement.Providers.Facts;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Providers.Admissions;

/// <summary>Records a step of the admission of a provider.</summary>
internal sealed class RecordAdmissionStep(ProcurementDbContext db, AdmissionReader reader, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.AdmissionService/RecordAdmissionStep";

    public Task<RecordAdmissionStepResponse> RunAsync(RecordAdmissionStepRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => RecordAsync(request.Step, token), ct);

    private async Task<RecordAdmissionStepResponse> RecordAsync(V1.AdmissionStep asked, CancellationToken ct)
    {
        // The row of the provider is locked, so that of two steps at once the second follows the first.
        var provider = await db.LockedProviderAsync(asked.ProviderId, "step.provider_id", ct);
        var admission = await reader.ReadAsync(provider.Id, ct);
        var now = time.StorableNow();
        var step = admission.Take(Guid.CreateVersion7(now), (AdmissionState)asked.State, asked.HoldDate.ToDateOnly(), asked.Ground.Trim(), (time.DutchToday(), now));
        db.Add(step);
        return new RecordAdmissionStepResponse { Step = step.ToProto() };
    }
}

internal sealed class RecordAdmissionStepValidator : AbstractValidator<RecordAdmissionStepRequest>
{
    public RecordAdmissionStepValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Step).NotNull().ChildRules(step =>
        {
            step.RuleFor(s => s.ProviderId).IsUuid();
            step.RuleFor(s => s.State).IsInEnum().NotEqual(V1.AdmissionState.Unspecified).WithMessage("Say which step it is.");
            step.RuleFor(s => s.HoldDate).IsDay();
            step.RuleFor(s => s.Ground).IsLine(ProviderFactRules.MostTextCharacters);
        });
    }
}
