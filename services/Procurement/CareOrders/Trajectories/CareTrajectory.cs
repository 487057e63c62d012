namespace Regio.Procurement.CareOrders.Trajectories;

/// <summary>What deliveries and claims say of a trajectory.</summary>
/// <param name="Category">Product category (JZ020); empty for a generic assignment.</param>
/// <param name="Code">Product code; empty when any of the category may be delivered.</param>
/// <param name="Level">Intervention level of the product; 0: not known.</param>
/// <param name="WithStay">Whether the child stays the night; null: not known.</param>
/// <param name="StartedOn">First day of care; null: every start was taken back.</param>
/// <param name="EndedOn">Last day of care; null while it goes on.</param>
/// <param name="Cents">What was granted so far.</param>
internal sealed record TrajectoryFacts(string Category, string Code, int Level, bool? WithStay, DateOnly? StartedOn, DateOnly? EndedOn, long Cents);

/// <summary>Care of one client by one assignment, from its first start to its last stop, as it was told last. Deliveries and claims are the truth.</summary>
internal sealed class CareTrajectory
{
    private CareTrajectory(Guid id) => Id = id;

    /// <summary>That of the assignment.</summary>
    public Guid Id { get; }

    public TrajectoryFacts Facts { get; private set; } = new("", "", 0, null, null, null, 0);

    /// <summary>0 until it is told first.</summary>
    public long Version { get; private set; }

    public static CareTrajectory Empty(Guid id) => new(id);

    /// <summary>Takes what is known now; answers whether that is something else than was told.</summary>
    public bool Recount(TrajectoryFacts facts)
    {
        // Stops may be dated before the start that they end; a trajectory then lasted a day.
        var known = facts.EndedOn < facts.StartedOn ? facts with { EndedOn = facts.StartedOn } : facts;
        if (Version > 0 && known == Facts)
            return false;
        Facts = known;
        Version++;
        return true;
    }
}
