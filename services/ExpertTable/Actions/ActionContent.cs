using Regio.ExpertTable.Cases;

namespace Regio.ExpertTable.Actions;

// What an entry says of what was agreed on. Frozen as all kinds of entries are.

internal sealed class ActionAgreed : EntryContent
{
    public required Guid ActionId { get; init; }

    public required string Text { get; init; }

    /// <summary>Who does it: the subject of a token, or an organisation.</summary>
    public required string Owner { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly Due { get; init; }
}

internal sealed class ActionEnded : EntryContent
{
    public required Guid ActionId { get; init; }

    /// <summary>It was left undone, for the reason in the note.</summary>
    public required bool IsDropped { get; init; }

    public required string Note { get; init; }
}
