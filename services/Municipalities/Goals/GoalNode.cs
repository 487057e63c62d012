using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Goals;

/// <summary>Sort of node; the numbers are those of the messages.</summary>
internal enum GoalNodeKind
{
    Goal = 1,
    Effort = 2,
    Dossier = 3,
    Indicator = 4,
}

/// <summary>A goal, effort, dossier or indicator in the tree of a region.</summary>
internal sealed class GoalNode
{
    private GoalNode(Guid id) => Id = id;

    public Guid Id { get; }

    public string RegionId { get; private init; } = "";

    public GoalNodeKind Kind { get; private init; }

    public string Title { get; private set; } = "";

    /// <summary>Null while nobody owns it.</summary>
    public string? OwnerBodyId { get; private set; }

    /// <summary>Null when it hangs below nothing.</summary>
    public Guid? ParentId { get; private set; }

    public Validity Validity { get; private set; }

    /// <summary>Code of the indicator of reporting whose figures show it; null for none, and for all but indicators.</summary>
    public string? IndicatorCode { get; private set; }

    public long Version { get; private set; } = 1;

    public static GoalNode Add(Guid id, string regionId, GoalNodeKind kind, GoalNode? parent)
    {
        var node = new GoalNode(id) { RegionId = regionId, Kind = kind };
        node.Hang(parent);
        return node;
    }

    /// <summary>Changes what is given; null leaves it as it is.</summary>
    public void Change(string? title = null, string? ownerBodyId = null, Validity? validity = null)
    {
        Title = title ?? Title;
        if (ownerBodyId is not null)
            OwnerBodyId = ownerBodyId.Length > 0 ? ownerBodyId : null;
        Validity = validity ?? Validity;
    }

    /// <summary>Hangs it below another node.</summary>
    /// <param name="parent">The node; null: below nothing.</param>
    /// <param name="above">What that one hangs below, up to the top: it must not come back there.</param>
    public void Move(GoalNode? parent, IEnumerable<GoalNode> above)
    {
        if (parent is not null && above.Prepend(parent).Any(n => n.Id == Id))
            throw new DomainException(GoalRules.Circular, "node.parent_id");
        Hang(parent);
    }

    /// <summary>Says by which figures of reporting it is seen.</summary>
    /// <param name="indicatorCode">Code of the indicator; empty: none.</param>
    public void MeasureBy(string indicatorCode)
    {
        if (indicatorCode.Length > 0 && Kind != GoalNodeKind.Indicator)
            throw new DomainException(GoalRules.NotMeasured, "node.indicator_code");
        IndicatorCode = indicatorCode.Length > 0 ? indicatorCode : null;
    }

    public void Renew() => Version++;

    private static bool MayHang(GoalNodeKind kind, GoalNodeKind below) => kind switch
    {
        GoalNodeKind.Goal or GoalNodeKind.Effort => below == GoalNodeKind.Goal,
        GoalNodeKind.Dossier => below == GoalNodeKind.Effort,
        _ => below != GoalNodeKind.Indicator,
    };

    private void Hang(GoalNode? parent)
    {
        if (parent is not null && (parent.RegionId != RegionId || !MayHang(Kind, parent.Kind)))
            throw new DomainException(GoalRules.Misplaced, "node.parent_id");
        ParentId = parent?.Id;
    }
}
