using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.RegionMoves;

/// <summary>From moves of regions to their messages.</summary>
internal static class RegionMoveMapping
{
    public static V1.RegionMove ToProto(this RegionMove move) => new()
    {
        Id = move.Id.ToString("D"),
        FromBuyerIds = { move.FromBuyers },
        ToBuyerId = move.ToBuyer,
        MoveDate = move.MovesOn.ToProto(),
        Ground = move.Ground,
        State = (V1.RegionMoveState)move.State,
        Decisions = { move.Decided.Values.OrderBy(decision => decision.Number).Select(ToProto) },
        PlannedDates =
        {
            move.Dates.OrderBy(date => date.Number).Select(date => new V1.RegionMovePlannedDate
            {
                MoveDate = date.MovesOn.ToProto(), Reason = date.Reason, RecordTime = date.RecordedAt.ToProto(),
            }),
        },
        CreateTime = move.CreatedAt.ToProto(),
        ExecuteTime = move.ExecutedAt?.ToProto(),
        CancelReason = move.CancelReason,
        Etag = Etag.Of(move.Version),
    };

    public static V1.RegionMoveConflict ToProto(this MoveConflict conflict, RegionMovePlan plan)
    {
        var steps = plan.Steps.Where(step => step.Line.Subject == conflict.Subject).ToDictionary(step => step.Line.LineId);
        return new()
        {
            Kind = (V1.RegionMoveConflictKind)conflict.Kind,
            ProviderId = conflict.Subject.ProviderId.ToString("D"),
            ProductId = conflict.Subject.ProductId,
            Lot = conflict.Subject.Lot,
            Location = conflict.Subject.Location,
            Lines = { conflict.Lines.Select(line => steps.TryGetValue(line.LineId, out var step) ? step.ToProto() : line.ToProto()) },
            Choice = conflict.Choice is { } choice ? (V1.RegionMoveChoice)choice : V1.RegionMoveChoice.Unspecified,
        };
    }

    public static V1.RegionMoveLine ToProto(this MoveStep step)
    {
        var line = step.Line.ToProto();
        line.Effect = (V1.RegionMoveEffect)step.Effect;
        line.Successors.AddRange(step.Successors.Select(successor => new V1.RegionMoveSuccessor
        {
            BuyerId = successor.BuyerId,
            Period = successor.Period.ToProto(),
            TariffCents = successor.AgreedCents ?? step.Line.CentsOn(successor.Period.From),
            ScaleException = successor.Exception is { } exception ? (V1.ScaleException)exception : V1.ScaleException.Unspecified,
        }));
        return line;
    }

    private static V1.RegionMoveLine ToProto(this MovingLine line) => new()
    {
        LineId = line.LineId.ToString("D"),
        ContractId = line.ContractId.ToString("D"),
        ProviderId = line.Subject.ProviderId.ToString("D"),
        ProductId = line.Subject.ProductId,
        BuyerId = line.BuyerId,
        Unit = (V1.TariffUnit)line.Unit,
        TariffCents = line.CentsOn(line.Rest.From),
        Rest = line.Rest.ToProto(),
    };

    private static V1.RegionMoveDecision ToProto(RegionMoveDecision decision) => new()
    {
        ProviderId = decision.ProviderId.ToString("D"),
        ProductId = decision.ProductId,
        Lot = decision.Lot,
        Location = decision.Location,
        Choice = (V1.RegionMoveChoice)decision.Choice,
        KeepBuyerId = decision.KeepBuyerId,
        TariffCents = decision.TariffCents ?? 0,
        Reason = decision.Reason,
        DecideTime = decision.DecidedAt.ToProto(),
    };
}
