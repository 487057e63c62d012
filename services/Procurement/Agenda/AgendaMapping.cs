using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Agenda;

/// <summary>From the purchasing agenda to its messages.</summary>
internal static class AgendaMapping
{
    /// <param name="tranche">The tranche.</param>
    /// <param name="vision">What is known of its vision; null: nothing yet.</param>
    /// <param name="procedures">The procedures that belong to it.</param>
    public static V1.Tranche ToProto(this Tranche tranche, Vision? vision, IEnumerable<Guid> procedures) => new()
    {
        Id = tranche.Id.ToString("D"),
        BuyerId = tranche.BuyerId,
        Number = tranche.Number,
        Title = tranche.Title,
        VisionRoundId = tranche.VisionRoundId.ToString("D"),
        Planned = tranche.Planned.ToProto(),
        VisionStanding = (V1.VisionStanding)(vision?.Standing ?? VisionStanding.NotAdopted),
        VisionAdoptedDate = vision?.AdoptedOn?.ToProto(),
        Blocked = Tranche.IsBlocked(vision),
        BlockedReason = Tranche.IsBlocked(vision) ? AgendaRules.VisionNotAdopted.Code : "",
        ProcedureIds = { procedures.Select(id => id.ToString("D")) },
        Etag = Etag.Of(tranche.Version),
    };
}
