using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Bodies;

/// <summary>Records that a meeting of an outside body was reported back.</summary>
internal sealed class RecordReport(MunicipalitiesDbContext db, Once once)
{
    public Task<RecordReportResponse> RunAsync(RecordReportRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => RecordAsync(request, moment, token), ct);

    private async Task<RecordReportResponse> RecordAsync(RecordReportRequest request, Moment moment, CancellationToken ct)
    {
        var reported = request.ReportedDate.ToDateOnly();
        RecordedFact.RefuseFuture(reported, moment.Today, "reported_date");
        var id = Guid.ParseExact(request.MeetingId, "D");
        var meeting = await db.Set<OutsideMeeting>().FromSql($"select * from outside_meeting where id = {id} for update").SingleOrDefaultAsync(ct)
            ?? throw new DomainException(BodyRules.MeetingUnknown, "meeting_id", new Dictionary<string, string> { ["meeting_id"] = request.MeetingId });
        meeting.Report(reported, request.ReportReference.Trim());
        return new RecordReportResponse { Meeting = meeting.ToProto() };
    }
}

internal sealed class RecordReportValidator : AbstractValidator<RecordReportRequest>
{
    public RecordReportValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.MeetingId).IsUuid();
        RuleFor(r => r.ReportedDate).IsDay();
        RuleFor(r => r.ReportReference).IsLine(BodyFieldRules.MostReferenceCharacters);
    }
}
