using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Register;

/// <summary>For which care a membership holds; the numbers are those of the messages.</summary>
internal enum MembershipCare
{
    All = 0,

    /// <summary>Care that was assigned before a transition.</summary>
    Running = 1,

    /// <summary>What is contracted anew in a transition.</summary>
    New = 2,
}

/// <summary>What a membership holds for.</summary>
/// <param name="ProductGroup">Code of a product group; empty: all.</param>
/// <param name="Care">For which care.</param>
internal readonly record struct MembershipScope(string ProductGroup, MembershipCare Care)
{
    public static readonly MembershipScope General = new("", MembershipCare.All);

    /// <summary>Whether what holds for this scope holds for the one that is asked.</summary>
    public bool Covers(MembershipScope asked) =>
        (ProductGroup.Length == 0 || ProductGroup == asked.ProductGroup) && (Care == MembershipCare.All || Care == asked.Care);
}

/// <summary>
/// One municipality in one region for a period. On a day there is at most one of a kind and scope; of those that cover what is
/// asked the narrowest holds, so that a transition needs to name no more than what differs.
/// </summary>
internal sealed record Membership
{
    public required string RegionId { get; init; }

    public required RegionKind RegionKind { get; init; }

    public required Validity Validity { get; init; }

    public required Source Source { get; init; }

    /// <summary>What a reader must know, such as a source that says otherwise; often empty.</summary>
    public required string Remark { get; init; }

    /// <summary>Code of the product group that it holds for; empty: all.</summary>
    public string ProductGroup { get; init; } = "";

    /// <summary>For which care it holds.</summary>
    public MembershipCare Care { get; init; } = MembershipCare.All;

    public MembershipScope Scope => new(ProductGroup, Care);

    /// <summary>Whether both take the same place, so that one day has room for one of them.</summary>
    public bool CompetesWith(Membership other) => RegionKind == other.RegionKind && Scope == other.Scope;

    public Membership EndingOn(DateOnly day) => this with { Validity = new Validity(Validity.From, day) };
}
