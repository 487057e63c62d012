using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Register;

/// <summary>What a region is for.</summary>
internal enum RegionKind
{
    /// <summary>Buys youth care together (inkoopregio).</summary>
    Procurement = 1,

    /// <summary>Decides and plans together (jeugdhulpregio).</summary>
    YouthCare = 2,

    /// <summary>The province.</summary>
    Province = 3,
}

/// <summary>A group of municipalities that exists for a period.</summary>
internal sealed record Region
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required RegionKind Kind { get; init; }

    public required Validity Validity { get; init; }

    public required Source Source { get; init; }
}
