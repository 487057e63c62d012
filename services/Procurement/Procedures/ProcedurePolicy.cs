namespace Regio.Procurement.Procedures;

/// <summary>The kinds of procedure; the numbers are those of the messages.</summary>
internal enum ProcedureKind
{
    /// <summary>Asks the market, buys nothing (marktconsultatie).</summary>
    MarketConsultation = 1,

    /// <summary>Admits everybody who meets the conditions (open house).</summary>
    OpenHouse = 2,

    /// <summary>European tender.</summary>
    EuropeanTender = 3,

    /// <summary>Procedure for social and other specific services (SAS).</summary>
    Sas = 4,

    /// <summary>By one of the northern regions for all (3Noord).</summary>
    ThreeNorth = 5,
}

/// <summary>Where a procedure stands; the numbers are those of the messages.</summary>
internal enum ProcedureState
{
    /// <summary>Being prepared.</summary>
    Preparation = 1,

    /// <summary>Published; questions may be asked.</summary>
    Published = 2,

    /// <summary>The answers are published.</summary>
    Answered = 3,

    /// <summary>The bids are opened and are assessed.</summary>
    Opened = 4,

    /// <summary>The intention to award is told.</summary>
    Intended = 5,

    /// <summary>Awarded.</summary>
    Awarded = 6,

    /// <summary>Done.</summary>
    Concluded = 7,

    /// <summary>Withdrawn.</summary>
    Withdrawn = 8,
}

/// <summary>What a kind of procedure is made of.</summary>
/// <param name="Steps">Its steps, in order.</param>
/// <param name="Ranks">Whether bids compete on criteria; otherwise everybody who meets the conditions is admitted.</param>
/// <param name="HasLegalStandstill">
/// Whether the law asks for days between intention and award (Aanbestedingswet 2012, article 2.127; not for SAS, where a region
/// may offer them). How many is a term of the region.
/// </param>
/// <param name="IsShared">Whether another region may lead it, so that a mandate, a share of the cost and a report back belong to it.</param>
internal sealed record ProcedurePolicy(IReadOnlyList<ProcedureState> Steps, bool Ranks, bool HasLegalStandstill, bool IsShared)
{
    private static readonly ProcedureState[] Competition =
    [
        ProcedureState.Preparation, ProcedureState.Published, ProcedureState.Answered, ProcedureState.Opened,
        ProcedureState.Intended, ProcedureState.Awarded, ProcedureState.Concluded,
    ];

    private static readonly Dictionary<ProcedureKind, ProcedurePolicy> All = new()
    {
        [ProcedureKind.MarketConsultation] = new(
            [ProcedureState.Preparation, ProcedureState.Published, ProcedureState.Answered, ProcedureState.Concluded], Ranks: false, HasLegalStandstill: false, IsShared: false),
        [ProcedureKind.OpenHouse] = new(
            [.. Competition.Where(step => step != ProcedureState.Intended)], Ranks: false, HasLegalStandstill: false, IsShared: false),
        [ProcedureKind.EuropeanTender] = new(Competition, Ranks: true, HasLegalStandstill: true, IsShared: false),
        [ProcedureKind.Sas] = new(Competition, Ranks: true, HasLegalStandstill: false, IsShared: false),
        [ProcedureKind.ThreeNorth] = new(Competition, Ranks: true, HasLegalStandstill: true, IsShared: true),
    };

    public bool TakesBids => Steps.Contains(ProcedureState.Opened);

    public bool HasIntention => Steps.Contains(ProcedureState.Intended);

    public static ProcedurePolicy Of(ProcedureKind kind) => All[kind];

    /// <summary>The step that comes next; null after the last one.</summary>
    public ProcedureState? After(ProcedureState state)
    {
        var place = Steps.ToList().IndexOf(state);
        return place >= 0 && place + 1 < Steps.Count ? Steps[place + 1] : null;
    }
}
