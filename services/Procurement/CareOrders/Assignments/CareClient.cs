namespace Regio.Procurement.CareOrders.Assignments;

/// <summary>The pseudonym of a client. The citizen service number is kept only in sealed files; it is found again by its keyed hash.</summary>
internal sealed class CareClient
{
    public required Guid Id { get; init; }

    /// <summary>Keyed hash of the number; null once no file about the client is kept: nobody finds the client by it any more.</summary>
    public required byte[]? NumberHash { get; init; }
}

/// <summary>Which message brings something, and when.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="At">When it came in, UTC.</param>
/// <param name="Day">The day on which it came in, in the Netherlands.</param>
internal sealed record CareArrival(Guid MessageId, DateTimeOffset At, DateOnly Day);
