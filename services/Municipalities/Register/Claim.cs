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
}
