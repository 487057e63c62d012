using FluentValidation;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Providers.Facts;

/// <summary>Records a signal of an inspectorate.</summary>
internal sealed class RecordSupervision(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.AdmissionService/RecordSupervision";

    public Task<RecordSupervisionResponse> RunAsync(RecordSupervisionRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => RecordAsync(request.Supervision, token), ct);

    private async Task<RecordSupervisionResponse> RecordAsync(V1.Supervision asked, CancellationToken ct)
    {
        var provider = await db.KnownProviderAsync(asked.ProviderId, "supervision.provider_id", ct);
        var now = time.StorableNow();
        var supervision = Supervision.Record(
            Guid.CreateVersion7(now),
            provider,
            ((Inspectorate)asked.Inspectorate, (SupervisionMeasure)asked.Measure),
            asked.Summary.Trim(),
            new Source(asked.Source.Title.Trim(), asked.Source.Place.Trim()),
            asked.Period.ToValidity(),
            (time.DutchToday(), now));
        db.Add(supervision);
        return new RecordSupervisionResponse { Supervision = supervision.ToProto() };
    }
}

internal sealed class RecordSupervisionValidator : AbstractValidator<RecordSupervisionRequest>
{
    public RecordSupervisionValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Supervision).NotNull().ChildRules(supervision =>
        {
            supervision.RuleFor(s => s.ProviderId).IsUuid();
            supervision.RuleFor(s => s.Inspectorate).IsInEnum().NotEqual(V1.Inspectorate.Unspecified).WithMessage("Say which inspectorate it was.");
            supervision.RuleFor(s => s.Measure).IsInEnum().NotEqual(V1.SupervisionMeasure.Unspecified).WithMessage("Say what it did.");
            supervision.RuleFor(s => s.Summary).IsLine(ProviderFactRules.MostTextCharacters);
            supervision.RuleFor(s => s.Source).NotNull();
            supervision.RuleFor(s => s.Source).SetValidator(new SourceValidator());
            supervision.RuleFor(s => s.Period).IsPeriod();
        });
    }
}
