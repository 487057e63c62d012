using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Register;

/// <summary>What a municipality does for a region; the numbers are those of the messages.</summary>
internal enum RegionRoleKind
{
    CoordinatingMunicipality = 1,
    PoliticalContact = 2,
    Treasurer = 3,
    Purchaser = 4,
}

/// <summary>How exactly a source gives a day; the numbers are those of the messages.</summary>
internal enum DatePrecision
{
    Day = 1,
    Month = 2,
    Quarter = 3,
    Season = 4,
    Year = 5,
    By = 6,
    From = 7,

    /// <summary>Nothing is known; the day is only a bound.</summary>
    Unknown = 8,
}

/// <summary>The role of a municipality for a region during a period. At most one municipality per role and day.</summary>
internal sealed record RegionRole
{
    public required string RegionId { get; init; }

    public required RegionRoleKind Kind { get; init; }

    public required string MunicipalityId { get; init; }

    /// <summary>Reckoned with the first day that a vague date can be.</summary>
    public required Validity Validity { get; init; }

    public required DatePrecision StartPrecision { get; init; }

    /// <summary>Null while the end is open.</summary>
    public DatePrecision? EndPrecision { get; init; }

    public required Source Source { get; init; }

    public required string Remark { get; init; }
}
