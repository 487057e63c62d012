namespace Regio.Municipalities.Register;

/// <summary>What one source says about something that another source says otherwise; at most one per topic is followed.</summary>
internal sealed record Claim
{
    public required string Topic { get; init; }

    public required string Statement { get; init; }

    public required string Value { get; init; }

    public required string SourceTitle { get; init; }

    public required string SourcePlace { get; init; }

    public required bool Followed { get; init; }

    public required string Reason { get; init; }

    /// <summary>Its place in the ledger.</summary>
    public string LedgerKey => KeyOf(Topic, SourceTitle, SourcePlace);

    /// <summary>The place of a claim in the ledger; the separator sorts before every letter.</summary>
    public static string KeyOf(string topic, string title, string place) => string.Join('\n', topic, title, place);
}
