using FluentValidation;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Ceilings;

/// <summary>Records the meeting that a warning asks for.</summary>
internal sealed class RecordCeilingMeeting(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.CeilingService/RecordCeilingMeeting";

    public Task<RecordCeilingMeetingResponse> RunAsync(RecordCeilingMeetingRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => ChangeAsync(request, token), ct);

    private async Task<RecordCeilingMeetingResponse> ChangeAsync(RecordCeilingMeetingRequest request, CancellationToken ct)
    {
        var ceiling = await db.CeilingToChangeAsync(request.Id, request.Etag, ct);
        var now = time.StorableNow();
        ceiling.RecordMeeting(AsOf.OrToday(request.MeetingDate, time), time.DutchToday());
        db.Publish(ceiling.ToEvent(now), ceiling.Id.ToString("D"));
        return new RecordCeilingMeetingResponse { Ceiling = ceiling.ToProto() };
    }
}

internal sealed class RecordCeilingMeetingValidator : AbstractValidator<RecordCeilingMeetingRequest>
{
    public RecordCeilingMeetingValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.MeetingDate).IsDayOrAbsent();
    }
}
