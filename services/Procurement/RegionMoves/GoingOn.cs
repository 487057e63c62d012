using Regio.Procurement.Contracts;

namespace Regio.Procurement.RegionMoves;

/// <summary>The lines that begin when a plan is carried out.</summary>
internal sealed class GoingOn(RegionMovePlan plan, DateTimeOffset now)
{
    private readonly ILookup<Guid, MoveStep> _steps = plan.Steps.ToLookup(step => step.Line.ContractId);
    private readonly List<(MoveStep Step, MoveSuccessor Successor, Guid LineId)> _begun = [];

    public int Count => _begun.Count;

    public IReadOnlyList<Guid> EndedIn(Contract contract) => [.. _steps[contract.Id].Select(step => step.Line.LineId)];

    /// <summary>The lines that begin in a contract, after those that are there.</summary>
    public IReadOnlyList<(ContractLine Line, MoveSuccessor Successor)> In(Contract contract)
    {
        var (lines, position, made) = (contract.Lines.ToDictionary(line => line.Id), contract.NextPosition, new List<(ContractLine, MoveSuccessor)>());
        foreach (var step in _steps[contract.Id])
        {
            foreach (var successor in step.Successors)
            {
                var id = Guid.CreateVersion7(now);
                var buyer = new LineBuyer(successor.BuyerId, successor.Scale, successor.Exception, successor.ExceptionGround);
                made.Add((lines[step.Line.LineId].ContinueAs(id, position++, buyer, successor.Period, successor.AgreedCents ?? step.Line.CentsOn(successor.Period.From)), successor));
                _begun.Add((step, successor, id));
            }
        }

        return made;
    }

    /// <summary>What each line went on as. One that joined others went on as those that hold in its place.</summary>
    public IEnumerable<RegionMoveOutcome> Outcomes(Guid moveId)
    {
        var begun = _begun.ToLookup(each => each.Step.Line.Subject);
        var standing = plan.Standing.ToLookup(line => line.Subject);
        foreach (var step in plan.Steps)
        {
            var successors = step.Effect == MoveEffect.Joins
                ? begun[step.Line.Subject].Where(each => each.Successor.Period.Overlaps(step.Line.Rest)).Select(each => each.LineId)
                    .Concat(standing[step.Line.Subject].Where(line => line.Rest.Overlaps(step.Line.Rest)).Select(line => line.LineId))
                : begun[step.Line.Subject].Where(each => ReferenceEquals(each.Step, step)).Select(each => each.LineId);
            foreach (var successor in successors)
                yield return new RegionMoveOutcome { Id = Guid.CreateVersion7(now), MoveId = moveId, LineId = step.Line.LineId, Effect = step.Effect, SuccessorId = successor };
        }
    }
}
