using Regio.Municipalities.Planning;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Laws;

/// <summary>Sort of law; the numbers are those of the messages.</summary>
internal enum LawKind
{
    Act = 1,
    OrderInCouncil = 2,
    MinisterialOrder = 3,
}

/// <summary>Step of a law; the numbers are those of the messages.</summary>
internal enum LawStatus
{
    Consultation = 1,
    Introduced = 2,
    AdoptedByHouse = 3,
    AdoptedBySenate = 4,
    Published = 5,
    InForce = 6,
}

/// <summary>When a step was or is expected to be. It never changes.</summary>
internal sealed record LawDate
{
    public required int Number { get; init; }

    public required LawStatus Status { get; init; }

    public required VagueDate Date { get; init; }

    public required Source Source { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }
}

/// <summary>A bill, act or order in council with what is known of its steps.</summary>
internal sealed class Law
{
    private readonly List<LawDate> _dates = [];

    public required string Code { get; init; }

    public required string Title { get; init; }

    public required LawKind Kind { get; init; }

    public required List<string> Aliases { get; init; }

    public long Version { get; private set; } = 1;

    public IReadOnlyList<LawDate> Dates => _dates;

    /// <summary>What was last recorded of a step; null: nothing.</summary>
    public LawDate? LastOf(LawStatus status) => _dates.Where(d => d.Status == status).MaxBy(d => d.Number);

    public LawDate Record(LawDate date)
    {
        var recorded = date with { Number = _dates.Count + 1 };
        _dates.Add(recorded);
        Version++;
        return recorded;
    }
}

/// <summary>The rules of the law register, each with its reason code.</summary>
internal static class LawRules
{
    public static readonly Rule Unknown = new(
        "LAW_UNKNOWN", RuleKind.Missing,
        "The law register has no law with this code.",
        "Het wettenregister kent geen wet met deze code.");

    public static readonly Rule Registered = new(
        "LAW_REGISTERED", RuleKind.Duplicate,
        "A law with this code is in the register already.",
        "Er staat al een wet met deze code in het register.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints = [new("pk_law", Registered, "law.code")];
}
