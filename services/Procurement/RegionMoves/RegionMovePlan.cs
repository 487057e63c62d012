using Regio.Procurement.Catalogue;
using Regio.Procurement.Contracts;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.RegionMoves;

/// <summary>What becomes of a line; the numbers are those of the messages.</summary>
internal enum MoveEffect
{
    /// <summary>It goes on for the organisation.</summary>
    Continues = 1,

    /// <summary>It ends, and lines of another buyer hold in its place.</summary>
    Joins = 2,

    /// <summary>It goes on for each municipality of its region.</summary>
    Splits = 3,

    /// <summary>Not decided yet.</summary>
    Undecided = 4,
}

/// <summary>Why lines cannot go over as they are; the numbers are those of the messages.</summary>
internal enum MoveConflictKind
{
    /// <summary>Different tariffs or units.</summary>
    TariffDiffers = 1,

    /// <summary>One tariff, in two contracts.</summary>
    ContractDiffers = 2,
}

/// <summary>A tariff of a line and when it holds.</summary>
internal sealed record MovingTariff(Validity Period, long Cents);

/// <summary>A line that runs on the day of a move or later: of a region, or of the organisation where that has some already.</summary>
internal sealed record MovingLine
{
    public required Guid LineId { get; init; }

    public required Guid ContractId { get; init; }

    public required MoveSubject Subject { get; init; }

    public required string BuyerId { get; init; }

    public required TariffUnit Unit { get; init; }

    /// <summary>When it would hold from the day on.</summary>
    public required Validity Rest { get; init; }

    /// <summary>Its tariffs over the rest, in order.</summary>
    public required IReadOnlyList<MovingTariff> Tariffs { get; init; }

    public required ScaleException? Exception { get; init; }

    public required string ExceptionGround { get; init; }

    public long CentsOn(DateOnly day) => Tariffs.First(tariff => tariff.Period.Contains(day)).Cents;

    /// <summary>Whether both cost the same on each day that they share.</summary>
    public bool CostsAs(MovingLine other, Validity shared) =>
        Unit == other.Unit && Within(shared).Select(tariff => (tariff.Period, tariff.Cents)).SequenceEqual(other.Within(shared).Select(tariff => (tariff.Period, tariff.Cents)));

    // Two periods that follow each other at one tariff are one.
    private List<MovingTariff> Within(Validity shared)
    {
        var parts = new List<MovingTariff>();
        foreach (var tariff in Tariffs.OrderBy(tariff => tariff.Period.From))
        {
            if (Days.Both(tariff.Period, shared) is not { } both)
                continue;
            if (parts.Count > 0 && parts[^1] is var last && last.Cents == tariff.Cents && last.Period.Until == both.From)
                parts[^1] = last with { Period = new Validity(last.Period.From, both.Until) };
            else
                parts.Add(new MovingTariff(both, tariff.Cents));
        }

        return parts;
    }
}

/// <summary>What goes on from a line.</summary>
/// <param name="BuyerId">Who buys: the organisation, or a municipality.</param>
/// <param name="Scale">The scale that it stands for.</param>
/// <param name="Period">When it holds.</param>
/// <param name="Exception">The exception to the scale rule that it stands on.</param>
/// <param name="ExceptionGround">Its ground.</param>
/// <param name="AgreedCents">The tariff that was agreed for it; null: those of the line.</param>
internal sealed record MoveSuccessor(string BuyerId, Scale Scale, Validity Period, ScaleException? Exception, string ExceptionGround, long? AgreedCents);

/// <summary>What becomes of a line.</summary>
internal sealed record MoveStep(MovingLine Line, MoveEffect Effect, IReadOnlyList<MoveSuccessor> Successors);

/// <summary>Lines that cannot hold beside each other for one buyer, and how that is decided.</summary>
internal sealed record MoveConflict(MoveSubject Subject, MoveConflictKind Kind, IReadOnlyList<MovingLine> Lines, IReadOnlyList<string> Keepable, RegionMoveChoice? Choice);

/// <summary>Where a move goes.</summary>
/// <param name="FromBuyers">The regions, in order.</param>
/// <param name="ToBuyer">The organisation.</param>
/// <param name="ToScale">The scale that it stands for; null: it does not exist that day.</param>
/// <param name="Day">The day.</param>
/// <param name="Ground">Ground of exceptions that come of it.</param>
internal sealed record MoveAim(IReadOnlyList<string> FromBuyers, string ToBuyer, Scale? ToScale, DateOnly Day, string Ground)
{
    /// <summary>The municipalities of each region, the day before.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Members { get; init; }

    /// <summary>The municipalities of the organisation on the day.</summary>
    public required IReadOnlyList<string> NewMembers { get; init; }
}

/// <summary>What a move does to every line that runs on its day or later, as a pure function of these and of what was decided.</summary>
internal sealed record RegionMovePlan
{
    private RegionMovePlan()
    {
    }

    public required IReadOnlyList<MoveStep> Steps { get; init; }

    /// <summary>The lines that the organisation has already; they stay as they are.</summary>
    public required IReadOnlyList<MovingLine> Standing { get; init; }

    public required IReadOnlyList<MoveConflict> Conflicts { get; init; }

    public required IReadOnlyList<string> MissingMembers { get; init; }

    public required bool IsOrganisationUnknown { get; init; }

    public int Undecided => Conflicts.Count(conflict => conflict.Choice is null);

    /// <summary>The contracts whose care counts for another contract from the day on, and those for which it counts.</summary>
    public (IReadOnlySet<Guid> Give, IReadOnlySet<Guid> Take) Shifts()
    {
        var holding = Steps.SelectMany(step => step.Successors.Select(successor => (step.Line.Subject, step.Line.ContractId, successor.Period)))
            .Concat(Standing.Select(line => (line.Subject, line.ContractId, Period: line.Rest))).ToLookup(each => each.Subject);
        var (give, take) = (new HashSet<Guid>(), new HashSet<Guid>());
        foreach (var step in Steps.Where(step => step.Effect is MoveEffect.Joins or MoveEffect.Continues))
        {
            var uncovered = Days.Without(step.Line.Rest, step.Successors.Select(successor => successor.Period));
            foreach (var other in holding[step.Line.Subject].Where(other => other.ContractId != step.Line.ContractId && uncovered.Any(part => part.Overlaps(other.Period))))
            {
                give.Add(step.Line.ContractId);
                take.Add(other.ContractId);
            }
        }

        return (give, take);
    }

    /// <param name="aim">Where the move goes.</param>
    /// <param name="lines">The lines of the regions that run on the day or later, and those of the organisation.</param>
    /// <param name="decided">What was decided.</param>
    /// <param name="catalogue">The products and scale rules.</param>
    public static RegionMovePlan Of(
        MoveAim aim, IReadOnlyCollection<MovingLine> lines, IReadOnlyDictionary<MoveSubject, RegionMoveDecision> decided, ProductCatalogue catalogue)
    {
        var making = new MoveMaking(aim, catalogue);
        var (steps, conflicts) = (new List<MoveStep>(), new List<MoveConflict>());
        foreach (var same in lines.GroupBy(line => line.Subject))
        {
            var ordered = same.OrderBy(line => making.Place(line.BuyerId)).ThenBy(line => line.Rest.From).ToList();
            var conflict = MoveConflicts.Find(ordered, aim, decided.GetValueOrDefault(same.Key));
            if (conflict is not null)
                conflicts.Add(conflict);
            steps.AddRange(conflict switch
            {
                null => making.Keep(ordered, ordered[0].BuyerId, agreedCents: null),
                { Choice: null } => making.Wait(ordered),
                { Choice: RegionMoveChoice.ByMunicipality } => making.Split(ordered),
                _ => making.Keep(ordered, decided[same.Key].KeepBuyerId, decided[same.Key].TariffCents),
            });
        }

        return new RegionMovePlan
        {
            Steps = [.. steps.OrderBy(step => step.Line.LineId)],
            Standing = [.. lines.Where(line => line.BuyerId == aim.ToBuyer)],
            Conflicts = [.. conflicts.OrderBy(conflict => conflict.Choice is not null).ThenBy(c => c.Subject.ProductId, StringComparer.Ordinal).ThenBy(c => c.Subject.ProviderId)],
            MissingMembers = [.. aim.Members.Values.SelectMany(members => members).Except(aim.NewMembers).Order(StringComparer.Ordinal)],
            IsOrganisationUnknown = aim.ToScale is null,
        };
    }
}
