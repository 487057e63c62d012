namespace Regio.Procurement.CareOrders.Assignments;

/// <summary>What is known of the client of a message between its two sides, and what the message adds to that when nothing refuses it.</summary>
/// <param name="Id">Pseudonym; null for a client of whom nothing is known.</param>
/// <param name="NumberHash">Keyed hash of the client's number.</param>
/// <param name="Held">All assignments between the two sides, with what was delivered; to be changed.</param>
/// <param name="NumbersOfOthers">Those numbers of the message that the municipality gave to somebody else.</param>
/// <param name="Claimed">Assignments with a line that was claimed, accepted and not taken back.</param>
internal sealed record KnownClient(Guid? Id, byte[] NumberHash, List<CareAssignment> Held, IReadOnlySet<long> NumbersOfOthers, IReadOnlySet<Guid> Claimed)
{
    /// <summary>What the message adds.</summary>
    public List<object> New { get; } = [];

    /// <summary>The pseudonym, a new one when nothing is known yet.</summary>
    public Guid IdOrNew(DateTimeOffset now)
    {
        if (Id is { } known)
            return known;
        var client = new CareClient { Id = Guid.CreateVersion7(now), NumberHash = NumberHash };
        New.Add(client);
        return client.Id;
    }

    /// <summary>Takes an assignment up.</summary>
    public CareAssignment Add(CareAssignment assignment)
    {
        Held.Add(assignment);
        New.Add(assignment);
        return assignment;
    }
}
