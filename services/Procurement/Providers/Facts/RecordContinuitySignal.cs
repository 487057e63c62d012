using FluentValidation;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Providers.Facts;

/// <summary>Records a signal about the continuity of a provider.</summary>
internal sealed class RecordContinuitySignal(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.ProviderFactService/RecordContinuitySignal";

    public Task<RecordContinuitySignalResponse> RunAsync(RecordContinuitySignalRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => RecordAsync(request.Signal, token), ct);

    private async Task<RecordContinuitySignalResponse> RecordAsync(V1.ContinuitySignal asked, CancellationToken ct)
    {
        var provider = await db.KnownProviderAsync(asked.ProviderId, "signal.provider_id", ct);
        var now = time.StorableNow();
        var signal = ContinuitySignal.Record(
            Guid.CreateVersion7(now), provider, (SignalKind)asked.Kind, asked.Summary.Trim(), asked.NotedDate.ToDateOnly(), asked.FollowUpDate.ToDateOnly(), now);
        db.Add(signal);
        return new RecordContinuitySignalResponse { Signal = signal.ToProto() };
    }
}

internal sealed class RecordContinuitySignalValidator : AbstractValidator<RecordContinuitySignalRequest>
{
    public RecordContinuitySignalValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Signal).NotNull().ChildRules(signal =>
        {
            signal.RuleFor(s => s.ProviderId).IsUuid();
            signal.RuleFor(s => s.Kind).IsInEnum().NotEqual(V1.SignalKind.Unspecified).WithMessage("Say what it is about.");
            signal.RuleFor(s => s.Summary).IsLine(ProviderFactRules.MostTextCharacters);
            signal.RuleFor(s => s.NotedDate).IsDay();
            signal.RuleFor(s => s.FollowUpDate).IsDay();
        });
    }
}
