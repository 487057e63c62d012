using Regio.Municipalities.Goals;
using Regio.Municipalities.Requests;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Work;

/// <summary>Something that is to be done, from the day on which it was raised until the body that asked for it was told.</summary>
internal sealed class WorkItem
{
    /// <summary>Day that stands for "no day was set": such an item comes last and is never overdue.</summary>
    public static readonly DateOnly NoDate = DateOnly.MaxValue;

    private readonly List<WorkItemChange> _changes = [];

    private WorkItem(Guid id) => Id = id;

    public Guid Id { get; }

    public string RegionId { get; private init; } = "";

    public WorkItemKind Kind { get; private init; }

    public string? Reference { get; private init; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string OwnerId { get; private set; } = "";

    public string OwnerRole { get; private set; } = "";

    /// <summary>CBS code of the owner; null for the region and its bodies.</summary>
    public string? MunicipalityId { get; private set; }

    public DateOnly RaisedOn { get; private init; }

    public DateOnly DueOn { get; private set; }

    public required WorkItemSource Source { get; init; }

    public WorkItemResult Result { get; private set; } = WorkItemResult.None;

    /// <summary>The dossier that it hangs below; null: none.</summary>
    public Guid? DossierId { get; private init; }

    /// <summary>The goal, effort or dossier of the goal tree that it carries out; null: none.</summary>
    public Guid? GoalNodeId { get; private set; }

    public int? Chance { get; private set; }

    public int? Impact { get; private set; }

    public string? FeedbackBodyId { get; private init; }

    public WorkItemState State { get; private set; } = WorkItemState.Open;

    /// <summary>Null while open.</summary>
    public DateOnly? ClosedOn { get; private set; }

    public string Outcome { get; private set; } = "";

    /// <summary>Null until the body was told.</summary>
    public DateOnly? FeedbackOn { get; private set; }

    public string Feedback { get; private set; } = "";

    public long Version { get; private set; } = 1;

    public IReadOnlyList<WorkItemChange> Changes => _changes;

    public static WorkItem Raise(Guid id, WorkItemFacts facts, WorkItem? dossier, DateOnly today)
    {
        RecordedFact.RefuseFuture(facts.RaisedOn, today, "item.raised_date");
        if (!facts.Source.IsClear)
            throw new DomainException(WorkRules.SourceAmbiguous, "item.source");
        if (dossier is not null)
            RequireOpenDossier(dossier, facts.RegionId);
        var item = new WorkItem(id)
        {
            RegionId = facts.RegionId,
            Kind = facts.Kind,
            Reference = facts.Reference,
            Title = facts.Title,
            Text = facts.Text,
            RaisedOn = facts.RaisedOn,
            DueOn = facts.DueOn ?? NoDate,
            Source = facts.Source,
            DossierId = dossier?.Id,
            FeedbackBodyId = facts.FeedbackBodyId,
        };
        item.LeadTo(facts.Result);
        item.Own(facts.Owner);
        item.Score(facts.Score);
        return item;
    }

    public bool IsOpenOn(DateOnly day) => RaisedOn <= day && !(ClosedOn <= day);

    public bool IsOverdueOn(DateOnly day) => IsOpenOn(day) && DueOn < day;

    public bool IsFeedbackOwedOn(DateOnly day) => FeedbackBodyId is not null && ClosedOn <= day && !(FeedbackOn <= day);

    /// <summary>Changes what is given; null leaves it as it is. Another day or owner has a reason.</summary>
    public void Change(WorkItemUpdate update, Moment moment)
    {
        RequireOpen("item.id");
        var (day, owner) = (update.DueOn ?? DueOn, update.Owner ?? new WorkItemOwner(OwnerId, OwnerRole));
        if (day != DueOn || owner.Id != OwnerId)
        {
            if (update.Reason.Length == 0)
                throw new DomainException(WorkRules.ReasonMissing, "reason");
            _changes.Add(new WorkItemChange
            {
                Number = _changes.Count + 1,
                OldDueOn = DueOn,
                NewDueOn = day,
                OldOwnerId = OwnerId,
                NewOwnerId = owner.Id,
                Reason = update.Reason,
                RecordedAt = moment.Now,
                RecordedBy = moment.By,
            });
        }

        DueOn = day;
        Own(owner);
        LeadTo(update.Result ?? Result);
        Title = update.Title ?? Title;
        Text = update.Text ?? Text;
        if (update.Score is not null)
            Score(update.Score);
        Version++;
    }

    /// <summary>Says which part of the goal tree it carries out; null: none.</summary>
    public void CarryOut(GoalNode? node)
    {
        RequireOpen("item.id");
        if (node is not null && (node.RegionId != RegionId || node.Kind == GoalNodeKind.Indicator))
            throw new DomainException(WorkRules.NoGoal, "item.goal_node_id");
        GoalNodeId = node?.Id;
    }

    /// <summary>Records that it was done or is dropped.</summary>
    /// <param name="as">Done or dropped.</param>
    /// <param name="on">The day.</param>
    /// <param name="outcome">What was done, or why it is dropped.</param>
    /// <param name="openBelow">How many open items hang below it.</param>
    public void Close(WorkItemState @as, DateOnly on, string outcome, int openBelow)
    {
        RequireOpen("id");
        if (openBelow > 0)
            throw WorkRules.StillOpenBelow(openBelow);
        if (on < RaisedOn)
            throw new DomainException(WorkRules.ClosedTooEarly, "closed_date");
        (State, ClosedOn, Outcome) = (@as, on, outcome);
        Version++;
    }

    public void GiveFeedback(DateOnly on, string text)
    {
        if (State == WorkItemState.Open)
            throw new DomainException(WorkRules.Open, "id");
        if (FeedbackBodyId is null)
            throw new DomainException(WorkRules.OfNoBody, "id");
        if (FeedbackOn is not null)
            throw new DomainException(WorkRules.FeedbackGiven, "id");
        if (on < ClosedOn)
            throw new DomainException(WorkRules.ClosedTooEarly, "feedback_date");
        (FeedbackOn, Feedback) = (on, text);
        Version++;
    }

    private static void RequireOpenDossier(WorkItem dossier, string regionId)
    {
        if (dossier.Kind != WorkItemKind.Dossier || dossier.RegionId != regionId)
            throw new DomainException(WorkRules.NoDossier, "item.dossier_id");
        if (dossier.State != WorkItemState.Open)
            throw new DomainException(WorkRules.DossierClosed, "item.dossier_id");
    }

    private void LeadTo(WorkItemResult result)
    {
        if (!result.IsClear)
            throw new DomainException(WorkRules.ResultAmbiguous, "item.result");
        Result = result;
    }

    private void Own(WorkItemOwner owner) => (OwnerId, OwnerRole, MunicipalityId) = (owner.Id, owner.Role, owner.MunicipalityId);

    private void Score(RiskScore? score)
    {
        if (Kind == WorkItemKind.Risk != score is not null || score is { Chance: < 1 } or { Impact: < 1 })
            throw new DomainException(WorkRules.RiskOnly, "item.chance");
        (Chance, Impact) = (score?.Chance, score?.Impact);
    }

    private void RequireOpen(string field)
    {
        if (State != WorkItemState.Open)
            throw new DomainException(WorkRules.Closed, field);
    }
}

/// <summary>What is to change; null stays as it is.</summary>
internal sealed record WorkItemUpdate
{
    public string? Title { get; init; }

    public string? Text { get; init; }

    public WorkItemOwner? Owner { get; init; }

    public DateOnly? DueOn { get; init; }

    public RiskScore? Score { get; init; }

    public WorkItemResult? Result { get; init; }

    public required string Reason { get; init; }
}
