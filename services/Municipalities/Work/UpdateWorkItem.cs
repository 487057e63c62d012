using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.Rounds;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Work;

/// <summary>Changes what the mask names of an open item.</summary>
internal sealed class UpdateWorkItem(MunicipalitiesDbContext db, RegisterCache register, Once once)
{
    private static readonly string[] Updatable = ["title", "text", "owner_id", "owner_role", "due_date", "chance", "impact", "result", "goal_node_id"];

    public Task<UpdateWorkItemResponse> RunAsync(UpdateWorkItemRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => UpdateAsync(request, moment, token), ct);

    private async Task<UpdateWorkItemResponse> UpdateAsync(UpdateWorkItemRequest request, Moment moment, CancellationToken ct)
    {
        var asked = request.Item;
        var paths = FieldMasks.Paths(request.UpdateMask, Updatable);
        if (paths.Contains("owner_id"))
            await db.RequirePartyAsync(await register.GetAsync(ct), asked.OwnerId, "item.owner_id", ct);
        var result = paths.Contains("result") ? asked.Result.ToDomain() : null;
        if (result is not null)
            await db.RequireObligationAsync(result, ct);
        var item = await db.WorkItemToChangeAsync(asked.Id, asked.Etag, ct, "item.id");
        if (paths.Contains("goal_node_id"))
            item.CarryOut(await db.GoalNodeAsync(asked.GoalNodeId, ct));
        item.Change(
            new WorkItemUpdate
            {
                Title = paths.Contains("title") ? asked.Title.Trim() : null,
                Text = paths.Contains("text") ? asked.Text.Trim() : null,
                Owner = new WorkItemOwner(
                    paths.Contains("owner_id") ? asked.OwnerId : item.OwnerId,
                    paths.Contains("owner_role") ? asked.OwnerRole.Trim() : item.OwnerRole),
                DueOn = paths.Contains("due_date") ? asked.DueDate?.ToDateOnly() ?? WorkItem.NoDate : null,
                Score = ScoreOf(item, asked, paths),
                Result = result,
                Reason = request.Reason.Trim(),
            },
            moment);
        db.Publish(WorkEvents.Changed(item, moment.Now), item.Id.ToString("D"));
        return new UpdateWorkItemResponse { Item = item.ToProto(moment.Today) };
    }

    // Of a risk both can change apart; "*" for another item leaves out what it has not.
    private static RiskScore? ScoreOf(WorkItem item, V1.WorkItem asked, IReadOnlySet<string> paths)
    {
        var (chance, impact) = (paths.Contains("chance") ? asked.Chance : item.Chance ?? 0, paths.Contains("impact") ? asked.Impact : item.Impact ?? 0);
        return chance == 0 && impact == 0 && item.Kind != WorkItemKind.Risk ? null : new RiskScore(chance, impact);
    }
}

internal sealed class UpdateWorkItemValidator : AbstractValidator<UpdateWorkItemRequest>
{
    public UpdateWorkItemValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Item).NotNull();
        RuleFor(r => r.Item.Id).IsUuid().When(r => r.Item is not null);
        RuleFor(r => r.Item.Title).IsLine(WorkFieldRules.MostTitleCharacters).When(r => Names(r, "title"));
        RuleFor(r => r.Item.Text).IsText().When(r => Names(r, "text") && r.Item.Text.Length > 0);
        RuleFor(r => r.Item.OwnerId).IsOwnerId().When(r => Names(r, "owner_id"));
        RuleFor(r => r.Item.OwnerRole).IsRole().When(r => Names(r, "owner_role"));
        RuleFor(r => r.Item.DueDate).IsDayOrAbsent().When(r => Names(r, "due_date"));
        RuleFor(r => r.Item.Chance).InclusiveBetween(0, WorkFieldRules.MostScore).When(r => Names(r, "chance"));
        RuleFor(r => r.Item.Impact).InclusiveBetween(0, WorkFieldRules.MostScore).When(r => Names(r, "impact"));
        RuleFor(r => r.Item.Result).SetValidator(new WorkItemResultValidator()!).When(r => Names(r, "result") && r.Item.Result is not null);
        RuleFor(r => r.Item.GoalNodeId).IsUuid().When(r => Names(r, "goal_node_id") && r.Item.GoalNodeId.Length > 0);
        RuleFor(r => r.Reason).IsLineOrEmpty(WorkFieldRules.MostReasonCharacters);
    }

    private static bool Names(UpdateWorkItemRequest request, string path) => request.Item is not null && request.UpdateMask.Names(path);
}
