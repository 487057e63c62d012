using FluentValidation;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Providers.Facts;

/// <summary>Records a form of care that a provider offers.</summary>
internal sealed class RecordCareForm(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.AdmissionService/RecordCareForm";

    public Task<RecordCareFormResponse> RunAsync(RecordCareFormRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => RecordAsync(request.CareForm, token), ct);

    private async Task<RecordCareFormResponse> RecordAsync(V1.CareForm asked, CancellationToken ct)
    {
        // Locked, so that it does not become a certified institution, or cease to be one, in the meantime.
        var provider = await db.LockedProviderAsync(asked.ProviderId, "care_form.provider_id", ct);
        var now = time.StorableNow();
        var careForm = CareForm.Record(Guid.CreateVersion7(now), provider, (CareFormKind)asked.Kind, asked.Period.ToValidity(), now);
        db.Add(careForm);
        return new RecordCareFormResponse { CareForm = careForm.ToProto() };
    }
}

internal sealed class RecordCareFormValidator : AbstractValidator<RecordCareFormRequest>
{
    public RecordCareFormValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.CareForm).NotNull().ChildRules(careForm =>
        {
            careForm.RuleFor(f => f.ProviderId).IsUuid();
            careForm.RuleFor(f => f.Kind).IsInEnum().NotEqual(V1.CareFormKind.Unspecified).WithMessage("Say which form of care it is.");
            careForm.RuleFor(f => f.Period).IsPeriod();
        });
    }
}
