using Regio.Messages.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Innovations;

/// <summary>From innovations to their messages.</summary>
internal static class InnovationMapping
{
    public static V1.Innovation ToProto(this Innovation innovation) => new()
    {
        Id = innovation.Id.ToString("D"),
        OwnerId = innovation.OwnerId,
        Title = innovation.Title,
        Need = innovation.Need,
        ProposedDate = innovation.ProposedOn.ToProto(),
        DueDate = innovation.DueOn?.ToProto(),
        Stage = (V1.InnovationStage)innovation.Stage,
        ProcurementViewDate = innovation.ProcurementViewedOn?.ToProto(),
        ProcurementView = innovation.ProcurementView,
        Decisions = { innovation.Decisions.OrderBy(decision => decision.Number).Select(ToProto) },
        Etag = Etag.Of(innovation.Version),
    };

    public static InnovationChanged ToEvent(this Innovation innovation, DateTimeOffset now) => new()
    {
        InnovationId = innovation.Id,
        AggregateVersion = innovation.Version,
        OccurredAt = now,
        OwnerId = innovation.OwnerId,
        Stage = innovation.Stage.ToString().ToLowerInvariant(),
        ProcurementViewedOn = innovation.ProcurementViewedOn,
        DueOn = innovation.DueOn,
    };

    private static V1.InnovationDecision ToProto(InnovationDecision decision) => new()
    {
        Number = decision.Number,
        Stage = (V1.InnovationStage)decision.Stage,
        DecidedDate = decision.DecidedOn.ToProto(),
        Reason = decision.Reason,
        Result = decision.Result,
        DueDate = decision.DueOn?.ToProto(),
    };
}
