using Regio.Messages.Procurement.V1;

namespace Regio.Procurement.CareOrders.Trajectories;

/// <summary>What is told of a trajectory.</summary>
internal static class CareTrajectoryMapping
{
    public static CareTrajectoryChanged ToEvent(this CareTrajectory trajectory, Guid pseudonym, string municipalityId, DateTimeOffset now) => new()
    {
        TrajectoryId = trajectory.Id,
        AggregateVersion = trajectory.Version,
        OccurredAt = now,
        ClientPseudonym = pseudonym,
        MunicipalityId = municipalityId,
        CareCategory = trajectory.Facts.Category,
        CareCode = trajectory.Facts.Code,
        Level = trajectory.Facts.Level,
        WithStay = trajectory.Facts.WithStay switch { true => "yes", false => "no", null => "" },
        StartedOn = trajectory.Facts.StartedOn,
        EndedOn = trajectory.Facts.EndedOn,
        AmountCents = trajectory.Facts.Cents,
    };
}
