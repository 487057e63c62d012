using Regio.Messages.Municipalities.V1;

namespace Regio.Reporting.Tests;

/// <summary>The events that Municipalities publishes of decision rounds.</summary>
internal static class DecisionRounds
{
    public static readonly Guid VisionId = Guid.Parse("0192f0c1-2a3b-7c4d-8e5f-0000000000b1");

    /// <summary>The vision before the twelve councils: Aa en Hunze agreed, Assen put it off, Emmen refused, the others have still to decide.</summary>
    public static readonly RoundChanged Vision = new()
    {
        RoundId = VisionId,
        AggregateVersion = 5,
        OccurredAt = DateTimeOffset.UnixEpoch.AddYears(56),
        RegionId = "JHRD",
        Kind = "regional-vision",
        Subject = "Regiovisie jeugdhulp 2026-2030",
        State = "to-adopt",
        VersionNumber = 2,
        VersionInForce = 0,
        AdoptedOn = null,
        CommentsDueOn = null,
        ViewsDueOn = new DateOnly(2026, 2, 28),
        DecisionsDueOn = new DateOnly(2026, 7, 1),
        Bodies = [.. Drenthe.Municipalities.Select(m => Council(m.MunicipalityId, m.Name, m.Rank))],
        Views =
        [
            View(1, "GM1680", "Aa en Hunze", "processed", new DateOnly(2026, 1, 22)),
            View(2, "GM0106", "Assen", "silent", null),
        ],
        Remarks = [Remark(1, 1, "adopted", 0), Remark(1, 2, "carried-into-implementation", 1), Remark(1, 3, "not-adopted", 0)],
        FollowUps =
        [
            FollowUp(1, "carried-remark", "GM1680", new DateOnly(2026, 9, 1)),
            FollowUp(2, "motion", "GM0106", null),
        ],
    };

    private static RoundBodyStanding Council(string id, string name, int rank) => new()
    {
        StepPosition = 1,
        StepTitle = "vaststelling door de raden",
        Required = 12,
        BodyId = $"{id}:council",
        BodyName = $"gemeenteraad van {name}",
        MunicipalityId = id,
        Rank = rank,
        Outcome = id switch { "GM1680" => "adopted", "GM0106" => "deferred", "GM0114" => "rejected", _ => "" },
        Verdict = id switch { "GM1680" => "counts", "GM0106" => "deferred", "GM0114" => "refuses", _ => "owed" },
        DecidedOn = id is "GM1680" or "GM0106" or "GM0114" ? new DateOnly(2026, 6, 11) : null,
        PlannedOn = id == "GM0106" ? new DateOnly(2026, 6, 25) : null,
    };

    private static RoundViewStanding View(int number, string id, string name, string state, DateOnly? received) => new()
    {
        Number = number,
        VersionNumber = 2,
        BodyId = $"{id}:council",
        BodyName = $"gemeenteraad van {name}",
        MunicipalityId = id,
        State = state,
        ReceivedOn = received,
    };

    private static RoundRemarkStanding Remark(int view, int number, string weighing, int followUp) =>
        new() { ViewNumber = view, Number = number, Weighing = weighing, FollowUpNumber = followUp };

    private static RoundFollowUpStanding FollowUp(int number, string kind, string askedBy, DateOnly? due) => new()
    {
        Number = number,
        Kind = kind,
        OwnerBodyId = "JHRD:ABO",
        OwnerName = "ABO Jeugdhulpregio Drenthe",
        AskedByMunicipalityId = askedBy,
        DueOn = due,
        DoneOn = null,
        Dropped = false,
    };
}
