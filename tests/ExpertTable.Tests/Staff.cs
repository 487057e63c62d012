using Regio.ExpertTable.V1;

namespace Regio.ExpertTable.Tests;

/// <summary>Requests about who works at the table that are right, for tests to send or to spoil.</summary>
internal static class Staff
{
    public static RecordStaffMemberRequest Member(StaffKind kind = StaffKind.Guide) => new()
    {
        RequestId = ExpertTableHost.NewId(),
        Subject = $"staff {Guid.NewGuid()}",
        Kind = kind,
        Employer = "Emmen",
        MinutesPerMonth = 520,
        StartDate = new() { Year = 2020, Month = 4, Day = 1 },
    };

    public static RequestGuideRequest Ask(string id) => new() { RequestId = ExpertTableHost.NewId(), Id = id };

    public static AssignGuideRequest Assign(string id, string guide, string reason = "") =>
        new() { RequestId = ExpertTableHost.NewId(), Id = id, GuideId = guide, OverrideReason = reason };

    public static EndGuideRequest End(string id) => new() { RequestId = ExpertTableHost.NewId(), Id = id, Reason = "Met verlof." };

    public static RecordCapacityTermRequest Term(int perGuide, int inAll) => new()
    {
        RequestId = ExpertTableHost.NewId(),
        StartDate = new() { Year = 2020, Month = 1, Day = 1 },
        CasesPerGuide = perGuide,
        CasesInAll = inAll,
        Ground = "Besluit van de stuurgroep",
    };
}
