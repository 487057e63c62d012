using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Costs;

/// <summary>Where an allocation key stands.</summary>
internal enum AllocationKeyState
{
    /// <summary>Being prepared; shares nothing out.</summary>
    Draft = 1,

    /// <summary>In force for its period.</summary>
    Adopted = 2,
}

/// <summary>The percentage of one municipality exactly as published, with its place in the stored order.</summary>
internal sealed record KeyPercentage
{
    public required string MunicipalityId { get; init; }

    public required decimal Percentage { get; init; }

    public required int Rank { get; init; }

    public required Source Source { get; init; }
}

/// <summary>
/// An allocation key (verdeelsleutel): a published percentage for each municipality, in force for a period.
/// The percentages need not add up to 100 and are never made to: amounts are shared out over their sum.
/// </summary>
internal sealed class AllocationKey
{
    private readonly List<KeyPercentage> _percentages = [];

    private AllocationKey(Guid id, string purpose)
    {
        Id = id;
        Purpose = purpose;
    }

    public Guid Id { get; }

    /// <summary>What the key is for, such as jhrd.</summary>
    public string Purpose { get; }

    public AllocationKeyState State { get; private set; } = AllocationKeyState.Draft;

    public Validity Validity { get; private set; }

    public required Source Source { get; init; }

    /// <summary>What a reader must know about the key; often empty.</summary>
    public string Remark { get; init; } = "";

    public long Version { get; private set; } = 1;

    public IReadOnlyList<KeyPercentage> Percentages => _percentages;

    public static AllocationKey Draft(Guid id, string purpose, Source source, string remark, IEnumerable<KeyPercentage> percentages, Validity proposed = default)
    {
        var key = new AllocationKey(id, purpose) { Source = source, Remark = remark, Validity = proposed };
        key._percentages.AddRange(percentages);
        return key;
    }

    /// <summary>A key that was in force before it was recorded here: its first version is the adopted one.</summary>
    public static AllocationKey InForce(Guid id, string purpose, Source source, string remark, IEnumerable<KeyPercentage> percentages, Validity validity)
    {
        var key = Draft(id, purpose, source, remark, percentages);
        key.Adopt(validity);
        key.Version = 1;
        return key;
    }

    /// <summary>Brings a draft into force among the keys there are; the one that it replaces ends when it begins.</summary>
    /// <param name="validity">When it is in force.</param>
    /// <param name="others">The keys for the same purpose that were adopted earlier.</param>
    /// <param name="replacedId">The one of them that is replaced; null: none.</param>
    public AllocationKey? AdoptAmong(Validity validity, IReadOnlyCollection<AllocationKey> others, Guid? replacedId)
    {
        var replaced = others.FirstOrDefault(k => k.Id == replacedId);
        if (replaced is not null && replaced.Validity.Contains(validity.From.AddDays(-1)))
            replaced.End(validity.From);
        else
            replaced = null;
        if (others.FirstOrDefault(k => k.Validity.Overlaps(validity)) is { } other)
        {
            throw new DomainException(CostRules.KeyOverlaps, "period", new Dictionary<string, string>
            {
                ["allocation_key_id"] = other.Id.ToString("D"),
            });
        }

        Adopt(validity);
        return replaced;
    }

    /// <summary>Whether it was in force until a day before this one.</summary>
    public bool IsReplacedOn(DateOnly day) => State == AllocationKeyState.Adopted && Validity.Until <= day;

    public void Adopt(Validity validity)
    {
        if (State != AllocationKeyState.Draft)
            throw new DomainException(CostRules.KeyAlreadyAdopted);
        if (_percentages.Sum(p => p.Percentage) <= 0 || _percentages.Any(p => p.Percentage < 0))
            throw new DomainException(CostRules.KeyWithoutWeight);
        State = AllocationKeyState.Adopted;
        Validity = validity;
        Version++;
    }

    private void End(DateOnly on)
    {
        Validity = new Validity(Validity.From, on);
        Version++;
    }
}
