using Regio.ExpertTable.Cases;

namespace Regio.ExpertTable.Deciders;

// What an entry says of who decides. Frozen as all kinds of entries are.

internal sealed class DeciderRecorded : EntryContent
{
    public required DeciderKind Kind { get; init; }

    /// <summary>Which authority; empty: a municipality.</summary>
    public required string Authority { get; init; }

    /// <summary>CBS code; empty: another authority decides.</summary>
    public required string MunicipalityId { get; init; }

    /// <summary>Null: another authority decides.</summary>
    public DeciderRule? Rule { get; init; }

    /// <summary>The day that was asked about.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Why, step by step.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>The facts that it was worked out from.</summary>
    public IReadOnlyList<Residence> Residences { get; init; } = [];
}

/// <summary>The case went over to the municipality that is responsible.</summary>
internal sealed class HandedOver : EntryContent
{
    public required string FromMunicipalityId { get; init; }

    public required string ToMunicipalityId { get; init; }

    /// <summary>First day on which it is responsible.</summary>
    public required DateOnly ResponsibleFrom { get; init; }

    public required string Reason { get; init; }
}
