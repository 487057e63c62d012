using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Funds;

/// <summary>Sort of fund; the numbers are those of the messages.</summary>
internal enum FundKind
{
    EarmarkedGrant = 1,
    Transformation = 2,
    Jenn = 3,
    Pok = 4,
    BudgetLine = 5,
}

/// <summary>What happened to a fund; the numbers are those of the messages.</summary>
internal enum FundEntryKind
{
    Granted = 1,
    Committed = 2,
    Spent = 3,
    Repaid = 4,
    Released = 5,
}

/// <summary>What needs attention; the numbers are those of the messages.</summary>
internal enum FundWarning
{
    EndsSoon = 1,
    EndedUnspent = 2,
    Overcommitted = 3,
    Overspent = 4,
}

/// <summary>What a fund is, from its registration on.</summary>
internal sealed record FundFacts
{
    public required string RegionId { get; init; }

    public required FundKind Kind { get; init; }

    public required string Name { get; init; }

    public required string Grantor { get; init; }

    /// <summary>Who coordinates it; null: nobody in particular.</summary>
    public string? MunicipalityId { get; init; }

    public required Validity Validity { get; init; }

    /// <summary>0: the usual number.</summary>
    public required int WarnDays { get; init; }

    public required Source Source { get; init; }
}

/// <summary>Something that happened to a fund. It never changes.</summary>
internal sealed record FundEntry
{
    public required int Number { get; init; }

    public required FundEntryKind Kind { get; init; }

    /// <summary>Negative for a grant that was lowered.</summary>
    public required long AmountCents { get; init; }

    public required DateOnly HappenedOn { get; init; }

    public required string Subject { get; init; }

    /// <summary>The commitment that was spent on or released; null for other kinds.</summary>
    public int? CommitmentNumber { get; init; }

    /// <summary>Whether it went beyond what there was.</summary>
    public required bool IsBeyond { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }
}

/// <summary>Money that was applied for.</summary>
internal sealed class FundApplication
{
    public required int Number { get; init; }

    public required long AmountCents { get; init; }

    public required DateOnly AppliedOn { get; init; }

    /// <summary>Null while open.</summary>
    public DateOnly? DecidedOn { get; private set; }

    public long GrantedCents { get; private set; }

    public void Decide(DateOnly on, long grantedCents) => (DecidedOn, GrantedCents) = (on, grantedCents);
}

/// <summary>What a fund holds on a day.</summary>
/// <param name="GrantedCents">What was granted.</param>
/// <param name="CommittedCents">What was committed and not released.</param>
/// <param name="SpentCents">What was spent.</param>
/// <param name="RepaidCents">What went back.</param>
internal sealed record FundBalance(long GrantedCents, long CommittedCents, long SpentCents, long RepaidCents)
{
    /// <summary>What can still be committed.</summary>
    public long FreeCents => GrantedCents - RepaidCents - CommittedCents;

    /// <summary>What is left.</summary>
    public long UnspentCents => GrantedCents - RepaidCents - SpentCents;

    public static FundBalance Of(IEnumerable<FundEntry> entries)
    {
        var sums = entries.GroupBy(e => e.Kind).ToDictionary(g => g.Key, g => g.Sum(e => e.AmountCents));
        return new FundBalance(
            sums.GetValueOrDefault(FundEntryKind.Granted),
            sums.GetValueOrDefault(FundEntryKind.Committed) - sums.GetValueOrDefault(FundEntryKind.Released),
            sums.GetValueOrDefault(FundEntryKind.Spent),
            sums.GetValueOrDefault(FundEntryKind.Repaid));
    }
}
