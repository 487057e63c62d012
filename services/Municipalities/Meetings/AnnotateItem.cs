using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.Rounds;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Meetings;

/// <summary>Replaces the annotation and the proposed decision of an item.</summary>
internal sealed class AnnotateItem(MunicipalitiesDbContext db, Once once)
{
    public Task<AnnotateItemResponse> RunAsync(AnnotateItemRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => AnnotateAsync(request, moment, token), ct);

    private async Task<AnnotateItemResponse> AnnotateAsync(AnnotateItemRequest request, Moment moment, CancellationToken ct)
    {
        var meeting = await db.MeetingToChangeAsync(request.MeetingId, request.Etag, ct);
        var item = meeting.Annotate(request.ItemNumber, request.Annotation, request.ProposedDecision);
        db.Publish(MeetingEvents.Changed(meeting, moment.Now), meeting.Id.ToString("D"));
        return new AnnotateItemResponse { Item = item.ToProto(meeting) };
    }
}

internal sealed class AnnotateItemValidator : AbstractValidator<AnnotateItemRequest>
{
    public AnnotateItemValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.MeetingId).IsUuid();
        RuleFor(r => r.ItemNumber).GreaterThan(0);
        RuleFor(r => r.Annotation).IsText().When(r => r.Annotation.Length > 0);
        RuleFor(r => r.ProposedDecision).IsText().When(r => r.ProposedDecision.Length > 0);
    }
}
