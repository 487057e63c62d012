namespace Regio.Procurement.Supply.Staleness;

/// <summary>A report of which it was told that it became too old. It stays, so that it is told once.</summary>
internal sealed class StaleReport
{
    public required Guid ReportId { get; init; }

    /// <summary>First day on which it was too old.</summary>
    public required DateOnly StaleOn { get; init; }

    public required DateTimeOffset NoticedAt { get; init; }
}
