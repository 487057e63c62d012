using Regio.ExpertTable.Cases;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Actions;

/// <summary>Where an action stands.</summary>
internal enum ActionState
{
    Open,
    Overdue,
    Done,
    Dropped,
}

/// <summary>An action with what became of it.</summary>
internal sealed class ActionView(ActionAgreed agreed, ActionEnded? ended)
{
    public ActionAgreed Agreed { get; } = agreed;

    public ActionEnded? Ended { get; } = ended;

    public ActionState On(DateOnly day) => Ended switch
    {
        { IsDropped: true } => ActionState.Dropped,
        not null => ActionState.Done,
        null => day > Agreed.Due ? ActionState.Overdue : ActionState.Open,
    };
}

/// <summary>What the file of a case says about what was agreed on.</summary>
internal sealed class CaseActions(IReadOnlyList<WrittenEntry> entries)
{
    /// <summary>In the order in which they were agreed on.</summary>
    public IEnumerable<ActionView> All => entries.Select(e => e.Content).OfType<ActionAgreed>()
        .Select(agreed => new ActionView(agreed, entries.Select(e => e.Content).OfType<ActionEnded>().SingleOrDefault(ended => ended.ActionId == agreed.ActionId)));

    /// <summary>One that is still to be done.</summary>
    public ActionAgreed Open(Guid id, string field)
    {
        var found = All.SingleOrDefault(action => action.Agreed.ActionId == id) ?? throw new DomainException(ActionRules.ActionUnknown, field);
        return found.Ended is null ? found.Agreed : throw new DomainException(ActionRules.ActionEnded);
    }
}
