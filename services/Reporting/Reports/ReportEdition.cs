using Regio.ServiceDefaults.Errors;

namespace Regio.Reporting.Reports;

/// <summary>How far an edition is.</summary>
internal enum EditionState
{
    Drafting,
    Draft,
    Checked,
    Published,
}

/// <summary>Council reports of several municipalities that are made, checked and published together.</summary>
internal sealed class ReportEdition
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Whose reports it holds, in the order in which they are made.</summary>
    public required string[] MunicipalityIds { get; init; }

    public EditionState State { get; private set; } = EditionState.Drafting;

    /// <summary>How many of its reports are made or set aside.</summary>
    public int DoneCount { get; private set; }

    /// <summary>How many of these could not be made.</summary>
    public int SetAsideCount { get; private set; }

    public long Version { get; private set; } = 1;

    public required DateTimeOffset DraftedAt { get; init; }

    public required string DraftedBy { get; init; }

    public DateTimeOffset? CheckedAt { get; private set; }

    public string CheckedBy { get; private set; } = "";

    public DateTimeOffset? PublishedAt { get; private set; }

    public string PublishedBy { get; private set; } = "";

    /// <summary>The municipality whose report is made next; null when all are.</summary>
    public string? Next => State == EditionState.Drafting && DoneCount < MunicipalityIds.Length ? MunicipalityIds[DoneCount] : null;

    /// <summary>Notes that the next report is dealt with.</summary>
    public void Made()
    {
        DoneCount++;
        Version++;
        if (DoneCount == MunicipalityIds.Length)
            State = EditionState.Draft;
    }

    /// <summary>Notes that the next report cannot be made; the others go on.</summary>
    public void SetAside()
    {
        SetAsideCount++;
        Made();
    }

    /// <summary>Somebody else than who had it made has read it.</summary>
    public void Check(string by, DateTimeOffset now)
    {
        Require(EditionState.Draft);
        if (by == DraftedBy)
            throw new DomainException(ReportRules.CheckedByDrafter);
        (State, CheckedBy, CheckedAt) = (EditionState.Checked, by, now);
        Version++;
    }

    /// <summary>From now on anybody may read it and nobody may change it.</summary>
    public void Publish(string by, DateTimeOffset now)
    {
        Require(EditionState.Checked);
        (State, PublishedBy, PublishedAt) = (EditionState.Published, by, now);
        Version++;
    }

    private void Require(EditionState state)
    {
        if (State != state)
            throw new DomainException(ReportRules.EditionState, "id", new Dictionary<string, string> { ["state"] = State.ToString().ToLowerInvariant(), ["allowed"] = state.ToString().ToLowerInvariant() });
    }
}

/// <summary>The council report of one municipality: what it says, and what it was made of. It never changes.</summary>
internal sealed record CouncilReport
{
    public required Guid Id { get; init; }

    public required Guid EditionId { get; init; }

    public required string MunicipalityId { get; init; }

    /// <summary>The model behind its files, as JSON.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of the content, in hexadecimal.</summary>
    public required string ContentHash { get; init; }

    /// <summary>SHA-256 of the page.</summary>
    public required string HtmlHash { get; init; }

    /// <summary>SHA-256 of the PDF.</summary>
    public required string PdfHash { get; init; }
}

/// <summary>A report of an edition that could not be made.</summary>
internal sealed record SetAsideReport
{
    public required Guid EditionId { get; init; }

    public required string MunicipalityId { get; init; }

    /// <summary>Code of the rule.</summary>
    public required string Reason { get; init; }

    public required DateTimeOffset SetAsideAt { get; init; }
}

/// <summary>The version of a figure that a report was made with.</summary>
internal sealed record UsedFigure
{
    public required Guid ReportId { get; init; }

    public required string Indicator { get; init; }

    public required string AreaId { get; init; }

    public required string Period { get; init; }

    public required string Breakdown { get; init; }

    public required int Version { get; init; }
}
