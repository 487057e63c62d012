namespace Regio.Procurement.Agenda;

/// <summary>Whether what a tranche buys by is adopted; the numbers are those of the messages.</summary>
internal enum VisionStanding
{
    /// <summary>Not every council that must has adopted it.</summary>
    NotAdopted = 1,

    /// <summary>In force.</summary>
    Adopted = 2,

    /// <summary>In force, while a next version is being prepared.</summary>
    UnderRevision = 3,

    /// <summary>It was adopted, and no version of it is in force any more.</summary>
    Lapsed = 4,
}

/// <summary>
/// What Municipalities told of a regional vision. Its events come by queues of their own and in any order, so that what
/// each of them tells is kept with the version of the round that it was told at.
/// </summary>
internal sealed class Vision(Guid roundId)
{
    public Guid RoundId { get; } = roundId;

    public string RegionId { get; private set; } = "";

    /// <summary>Number of the text that is in force; 0: none.</summary>
    public int VersionInForce { get; private set; }

    public DateOnly? AdoptedOn { get; private set; }

    /// <summary>Version of the round at the last adoption or its lapse; 0: neither was told yet.</summary>
    public long AdoptionToldAt { get; private set; }

    /// <summary>Version of the round when it was last re-opened; 0: never told.</summary>
    public long ReopeningToldAt { get; private set; }

    public long Version { get; private set; }

    public VisionStanding Standing => this switch
    {
        { VersionInForce: 0, AdoptionToldAt: 0 } => VisionStanding.NotAdopted,
        { VersionInForce: 0 } => VisionStanding.Lapsed,
        _ when ReopeningToldAt > AdoptionToldAt => VisionStanding.UnderRevision,
        _ => VisionStanding.Adopted,
    };

    /// <summary>A version was adopted.</summary>
    public void Adopt(long toldAt, string regionId, int number, DateOnly day)
    {
        if (toldAt <= AdoptionToldAt)
            return;
        (AdoptionToldAt, RegionId, VersionInForce, AdoptedOn) = (toldAt, regionId, number, day);
        Version++;
    }

    /// <summary>An adoption lapsed.</summary>
    /// <param name="toldAt">Version of the round.</param>
    /// <param name="regionId">Its region.</param>
    /// <param name="inForce">The earlier version that is in force again; 0: none.</param>
    public void Lapse(long toldAt, string regionId, int inForce)
    {
        if (toldAt <= AdoptionToldAt)
            return;
        (AdoptionToldAt, RegionId, VersionInForce, AdoptedOn) = (toldAt, regionId, inForce, null);
        Version++;
    }

    /// <summary>A next version is being prepared.</summary>
    public void Reopen(long toldAt, string regionId)
    {
        if (toldAt <= ReopeningToldAt)
            return;
        (ReopeningToldAt, RegionId) = (toldAt, regionId);
        Version++;
    }
}
