namespace Regio.Procurement.Ocds;

/// <summary>A release as it was published. It stays as it is: a correction is another release.</summary>
internal sealed record PublishedRelease
{
    public required Guid ProcedureId { get; init; }

    /// <summary>From 1 within its procedure, in the order of publication.</summary>
    public required int Number { get; init; }

    /// <summary>Identifier of the process, the same for all releases of a procedure.</summary>
    public required string Ocid { get; init; }

    public required string Tag { get; init; }

    /// <summary>Later than that of the release before it: releases are merged in the order of their dates.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The release, JSON.</summary>
    public required string Body { get; init; }
}
