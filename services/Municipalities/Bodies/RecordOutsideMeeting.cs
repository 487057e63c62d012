using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Bodies;

/// <summary>Records a meeting of an outside body; a report back is due after it.</summary>
internal sealed class RecordOutsideMeeting(MunicipalitiesDbContext db, Once once)
{
    public Task<RecordOutsideMeetingResponse> RunAsync(RecordOutsideMeetingRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => RecordAsync(request, moment, token), ct);

    private async Task<RecordOutsideMeetingResponse> RecordAsync(RecordOutsideMeetingRequest request, Moment moment, CancellationToken ct)
    {
        var held = request.HeldDate.ToDateOnly();
        RecordedFact.RefuseFuture(held, moment.Today, "held_date");
        var body = await db.BodyToReadAsync(request.BodyId, "body_id", ct);
        var meeting = OutsideMeeting.Record(
            Guid.CreateVersion7(moment.Now), body, request.SeatNumber, held, request.ReportDueDate?.ToDateOnly());
        db.Add(meeting);
        return new RecordOutsideMeetingResponse { Meeting = meeting.ToProto() };
    }
}

internal sealed class RecordOutsideMeetingValidator : AbstractValidator<RecordOutsideMeetingRequest>
{
    public RecordOutsideMeetingValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.BodyId).IsRegionBodyId();
        RuleFor(r => r.SeatNumber).GreaterThan(0);
        RuleFor(r => r.HeldDate).IsDay();
        RuleFor(r => r.ReportDueDate).IsDayOrAbsent();
        RuleFor(r => r.ReportDueDate).Must((r, due) => due!.ToDateOnly() >= r.HeldDate.ToDateOnly()).WithMessage("A report is due on or after the meeting.")
            .When(r => r is { ReportDueDate: not null, HeldDate: not null } && r.ReportDueDate.TryToDateOnly(out _) && r.HeldDate.TryToDateOnly(out _));
    }
}
