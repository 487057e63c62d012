using Regio.Procurement.Catalogue;
using Regio.Procurement.Contracts;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.RegionMoves;

/// <summary>Makes the steps of a move for the lines of one subject.</summary>
internal sealed class MoveMaking(MoveAim aim, ProductCatalogue catalogue)
{
    /// <summary>The organisation goes first, then the regions as they are named.</summary>
    public int Place(string buyerId) => buyerId == aim.ToBuyer ? -1 : aim.FromBuyers.TakeWhile(from => from != buyerId).Count();

    public IEnumerable<MoveStep> Wait(IEnumerable<MovingLine> lines) => Moving(lines).Select(line => new MoveStep(line, MoveEffect.Undecided, []));

    /// <summary>
    /// The lines of one buyer go on for all. Others go on for the days that those do not cover, so that on each day that
    /// something held something holds.
    /// </summary>
    public IEnumerable<MoveStep> Keep(IReadOnlyList<MovingLine> lines, string keep, long? agreedCents)
    {
        var covered = lines.Where(line => line.BuyerId == aim.ToBuyer).Select(line => line.Rest).ToList();
        foreach (var line in Moving(lines).OrderBy(line => line.BuyerId != keep).ThenBy(line => Place(line.BuyerId)))
        {
            var parts = Days.Without(line.Rest, covered);
            covered.AddRange(parts);
            var cents = line.BuyerId == keep ? agreedCents : null;
            yield return new MoveStep(
                line, parts.Count > 0 ? MoveEffect.Continues : MoveEffect.Joins, [.. parts.Select(part => ForAll(line, part, cents))]);
        }
    }

    /// <summary>Each municipality of the region of a line goes on with it for itself.</summary>
    public IEnumerable<MoveStep> Split(IReadOnlyList<MovingLine> lines) => Moving(lines).Select(line => new MoveStep(
        line,
        MoveEffect.Splits,
        [
            .. aim.Members[line.BuyerId].Select(municipality => new MoveSuccessor(
                municipality, Scale.Local, line.Rest, line.Exception ?? ScaleException.Transition, line.Exception is null ? aim.Ground : line.ExceptionGround, AgreedCents: null)),
        ]));

    private IEnumerable<MovingLine> Moving(IEnumerable<MovingLine> lines) => lines.Where(line => line.BuyerId != aim.ToBuyer);

    // What goes on is no new purchase: where the scale rule asks for another scale by now, it is running care in a transition.
    private MoveSuccessor ForAll(MovingLine line, Validity part, long? agreedCents)
    {
        var scale = aim.ToScale ?? Scale.Drenthe;
        var rule = catalogue.RuleOrNull(catalogue.Product(line.Subject.ProductId, "product_id"), part.From);
        var isOff = line.Exception is null && rule is not null && rule.Scale != scale;
        return new MoveSuccessor(
            aim.ToBuyer, scale, part, isOff ? ScaleException.Transition : line.Exception, isOff ? aim.Ground : line.ExceptionGround, agreedCents);
    }
}
