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

    public long Version { get; private set; }

    public IReadOnlyList<KeyPercentage> Percentages => _percentages;

    public static AllocationKey Draft(Guid id, string purpose, Source source, string remark, IEnumerable<KeyPercentage> percentages)
    {
        var key = new AllocationKey(id, purpose) { Source = source, Remark = remark };
        key._percentages.AddRange(percentages);
        return key;
    }

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
}
