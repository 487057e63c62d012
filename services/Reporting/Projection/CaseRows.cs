namespace Regio.Reporting.Projection;

/// <summary>A case of the expert table as its last event tells it: codes, nothing that leads to a child.</summary>
internal sealed record ProjectedCase
{
    public required Guid Id { get; init; }

    public required string MunicipalityId { get; init; }

    public required string State { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}

/// <summary>A step of a case. Kept also when it comes late: the time that a case was in a state follows from all its steps.</summary>
internal sealed record ProjectedCaseStep
{
    public required Guid CaseId { get; init; }

    public required long Version { get; init; }

    public required string State { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The wider table that the case was taken to; null in another state, or when it is not told.</summary>
    public string? EscalationTarget { get; init; }

    /// <summary>What the case got stuck on, in codes; null in another state, or when it is not told.</summary>
    public string[]? Bottlenecks { get; init; }

    /// <summary>How old the child was at registration, as a class of years; null in another state, or when it is not told.</summary>
    public string? AgeClass { get; init; }
}

/// <summary>What came of a round of a case. Codes, nothing that leads to a child.</summary>
internal sealed record ProjectedCaseOutcome
{
    public required Guid CaseId { get; init; }

    /// <summary>The round of the case, from 1.</summary>
    public required int Round { get; init; }

    public required string MunicipalityId { get; init; }

    public required string Result { get; init; }

    public required string[] Bottlenecks { get; init; }

    public required long Version { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}

/// <summary>An anonymous consultation of the expert table.</summary>
internal sealed record ProjectedConsultation
{
    public required Guid Id { get; init; }

    public required DateOnly HeldOn { get; init; }

    public required string Outcome { get; init; }
}
