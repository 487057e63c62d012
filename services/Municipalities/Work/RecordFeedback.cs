using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.Rounds;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Work;

/// <summary>Records what the body that an item came from was told.</summary>
internal sealed class RecordFeedback(MunicipalitiesDbContext db, Once once)
{
    public Task<RecordFeedbackResponse> RunAsync(RecordFeedbackRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => RecordAsync(request, moment, token), ct);

    private async Task<RecordFeedbackResponse> RecordAsync(RecordFeedbackRequest request, Moment moment, CancellationToken ct)
    {
        var on = request.FeedbackDate.ToDateOnly();
        RecordedFact.RefuseFuture(on, moment.Today, "feedback_date");
        var item = await db.WorkItemToChangeAsync(request.Id, request.Etag, ct);
        item.GiveFeedback(on, request.Feedback.Trim());
        db.Publish(WorkEvents.Changed(item, moment.Now), item.Id.ToString("D"));
        return new RecordFeedbackResponse { Item = item.ToProto(moment.Today) };
    }
}

internal sealed class RecordFeedbackValidator : AbstractValidator<RecordFeedbackRequest>
{
    public RecordFeedbackValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.FeedbackDate).IsDay();
        RuleFor(r => r.Feedback).IsText();
    }
}
