using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Staffing;

/// <summary>Between staffing and its messages.</summary>
internal static class StaffingMapping
{
    public static Quarter ToDomain(this V1.Quarter quarter) => new(quarter.Year, quarter.Number);

    public static V1.StaffingQuarter ToProto(this QuarterBalance balance) => new()
    {
        Quarter = new V1.Quarter { Year = balance.Quarter.Year, Number = balance.Quarter.Number },
        NeededMinutes = balance.Need?.Minutes ?? 0,
        NeedVersion = balance.Need?.Version ?? 0,
        AllocationKeyId = balance.Need?.AllocationKeyId.ToString("D") ?? "",
        StartDate = balance.Quarter.Start.ToProto(),
        Shares = { balance.Standings.Select(ToProto) },
    };

    private static V1.StaffingShare ToProto(StaffingStanding standing) => new()
    {
        MunicipalityId = standing.MunicipalityId,
        OwedMinutes = standing.Owed,
        SuppliedMinutes = standing.Supplied,
        BalanceMinutes = standing.Balance,
        SupplyVersion = standing.SupplyVersion,
    };
}
