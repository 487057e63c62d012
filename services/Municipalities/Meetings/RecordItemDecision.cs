using FluentValidation;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.Rounds;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Meetings;

/// <summary>Records what a meeting decided on an item, or corrects it by a next version.</summary>
internal sealed class RecordItemDecision(MunicipalitiesDbContext db, Once once)
{
    public Task<RecordItemDecisionResponse> RunAsync(RecordItemDecisionRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => RecordAsync(request, moment, token), ct);

    private async Task<RecordItemDecisionResponse> RecordAsync(RecordItemDecisionRequest request, Moment moment, CancellationToken ct)
    {
        var meeting = await db.MeetingToChangeAsync(request.MeetingId, request.Etag, ct);
        var facts = new ItemDecisionFacts(request.ItemNumber, (ItemOutcome)request.Outcome, request.LiteralText, request.CorrectionReason.Trim());
        var decision = meeting.Decide(Guid.CreateVersion7(moment.Now), facts, moment);
        db.Publish(MeetingEvents.Changed(meeting, moment.Now), meeting.Id.ToString("D"));
        return new RecordItemDecisionResponse { Decision = decision.ToProto() };
    }
}

internal sealed class RecordItemDecisionValidator : AbstractValidator<RecordItemDecisionRequest>
{
    public RecordItemDecisionValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.MeetingId).IsUuid();
        RuleFor(r => r.ItemNumber).GreaterThan(0);
        RuleFor(r => r.Outcome).IsInEnum().NotEqual(V1.ItemOutcome.Unspecified);
        RuleFor(r => r.LiteralText).IsText();
        RuleFor(r => r.CorrectionReason).IsLineOrEmpty(BodyFieldRules.MostReferenceCharacters);
    }
}
