using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Work;

/// <summary>Records something that is to be done.</summary>
internal sealed class RaiseWorkItem(MunicipalitiesDbContext db, RegisterCache register, Once once)
{
    public Task<RaiseWorkItemResponse> RunAsync(RaiseWorkItemRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => RaiseAsync(request.Item, moment, token), ct);

    private async Task<RaiseWorkItemResponse> RaiseAsync(V1.WorkItem asked, Moment moment, CancellationToken ct)
    {
        var snapshot = await register.GetAsync(ct);
        snapshot.RequireRegion(asked.RegionId, "item.region_id");
        await db.RequirePartyAsync(snapshot, asked.OwnerId, "item.owner_id", ct);
        if (asked.FeedbackBodyId.Length > 0)
            await db.RequirePartyAsync(snapshot, asked.FeedbackBodyId, "item.feedback_body_id", ct);
        var source = asked.Source.ToDomain();
        var askedBy = await db.AskedByAsync(source, ct);
        var result = asked.Result.ToDomain();
        await db.RequireObligationAsync(result, ct);
        var facts = new WorkItemFacts
        {
            RegionId = asked.RegionId,
            Kind = (WorkItemKind)asked.Kind,
            Reference = asked.Reference.Trim() is { Length: > 0 } reference ? reference : null,
            Title = asked.Title.Trim(),
            Text = asked.Text.Trim(),
            Owner = new WorkItemOwner(asked.OwnerId, asked.OwnerRole.Trim()),
            RaisedOn = asked.RaisedDate.ToDateOnly(),
            DueOn = asked.DueDate?.ToDateOnly(),
            Source = source,
            Result = result,
            Score = asked.Score(),
            FeedbackBodyId = asked.FeedbackBodyId.Length > 0 ? asked.FeedbackBodyId : askedBy,
        };
        var item = WorkItem.Raise(Guid.CreateVersion7(moment.Now), facts, await db.DossierAsync(asked.DossierId, ct), moment.Today);
        item.CarryOut(await db.GoalNodeAsync(asked.GoalNodeId, ct));
        db.Add(item);
        db.Publish(WorkEvents.Changed(item, moment.Now), item.Id.ToString("D"));
        return new RaiseWorkItemResponse { Item = item.ToProto(moment.Today) };
    }
}

internal sealed class RaiseWorkItemValidator : AbstractValidator<RaiseWorkItemRequest>
{
    public RaiseWorkItemValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Item).NotNull().SetValidator(new WorkItemValidator());
    }
}
