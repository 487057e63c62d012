using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Agenda;

/// <summary>What is bought together in a part of the purchasing agenda (inkoopagenda), by a vision that has to be adopted.</summary>
internal sealed class Tranche
{
    private Tranche(Guid id) => Id = id;

    public Guid Id { get; }

    /// <summary>The region that buys.</summary>
    public required string BuyerId { get; init; }

    /// <summary>Its place on the agenda of the buyer, from 1.</summary>
    public required int Number { get; init; }

    public required string Title { get; init; }

    /// <summary>The decision round of the vision that it buys by.</summary>
    public required Guid VisionRoundId { get; init; }

    /// <summary>From the first publication that is planned until the contracts are to begin.</summary>
    public Validity Planned { get; private set; }

    public long Version { get; private set; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }

    public static Tranche Plan(Guid id, (string BuyerId, int Number) place, string title, Guid visionRoundId, Validity planned, DateTimeOffset now) =>
        new(id) { BuyerId = place.BuyerId, Number = place.Number, Title = title, VisionRoundId = visionRoundId, Planned = planned, CreatedAt = now };

    public void Move(Validity planned)
    {
        Planned = planned;
        Version++;
    }

    /// <summary>Refuses to publish what buys by a vision that is not in force. One that is being revised stays in force.</summary>
    /// <param name="vision">What is known of the vision; null: nothing yet.</param>
    public void RequireVision(Vision? vision)
    {
        if (IsBlocked(vision))
        {
            throw new DomainException(AgendaRules.VisionNotAdopted, metadata: new Dictionary<string, string>
            {
                ["tranche"] = Title, ["vision_round_id"] = VisionRoundId.ToString("D"), ["vision"] = vision is null ? "unknown" : vision.Standing.ToString().ToLowerInvariant(),
            });
        }
    }

    public static bool IsBlocked(Vision? vision) => vision?.Standing is not (VisionStanding.Adopted or VisionStanding.UnderRevision);
}
