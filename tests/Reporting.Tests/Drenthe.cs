using Regio.Messages.Municipalities.V1;

namespace Regio.Reporting.Tests;

/// <summary>The events that the register of Drenthe publishes.</summary>
internal static class Drenthe
{
    private static readonly (string Id, string Name, int Youth, decimal Percentage, string Region)[] Rows =
    [
        ("GM1680", "Aa en Hunze", 4_581, 4.3m, "NMD"), ("GM0106", "Assen", 14_385, 18.3m, "NMD"),
        ("GM1681", "Borger-Odoorn", 4_618, 4.9m, "ZD"), ("GM0109", "Coevorden", 6_774, 6.3m, "ZD"),
        ("GM1690", "De Wolden", 4_830, 2.9m, "ZD"), ("GM0114", "Emmen", 20_251, 24.7m, "ZD"),
        ("GM0118", "Hoogeveen", 11_706, 13.1m, "ZD"), ("GM0119", "Meppel", 7_269, 6.9m, "ZD"),
        ("GM1731", "Midden-Drenthe", 6_357, 5.7m, "NMD"), ("GM1699", "Noordenveld", 5_988, 4.7m, "NMD"),
        ("GM1730", "Tynaarlo", 7_445, 5.0m, "NMD"), ("GM1701", "Westerveld", 3_332, 3.1m, "ZD"),
    ];

    public static IReadOnlyList<string> Ids { get; } = [.. Rows.Select(r => r.Id)];

    public static IReadOnlyList<MunicipalityRecorded> Municipalities { get; } = [.. Rows.Select((row, i) => Recorded(row, i + 1))];

    public static AllocationKeyAdopted Key { get; } = new()
    {
        AllocationKeyId = Guid.Parse("016806b5-bc00-7a1e-9c0d-6a6872640001"),
        AggregateVersion = 1,
        OccurredAt = DateTimeOffset.UnixEpoch,
        Purpose = "jhrd",
        ValidFrom = new DateOnly(2019, 1, 1),
        Weights = [.. Rows.Select(r => new KeyWeight { MunicipalityId = r.Id, Percentage = r.Percentage })],
        SourceTitle = "Omarm de complexiteit, mei 2022",
        SourcePlace = "tekstregels 930-933",
    };

    /// <summary>An allocation; the shares need not follow the key, the projection takes them as they come.</summary>
    public static CostAllocated Allocation(Guid id, string subject, long version, params (string Id, long Cents)[] shares) => new()
    {
        CostAllocationId = id,
        AggregateVersion = version,
        OccurredAt = DateTimeOffset.UnixEpoch.AddYears(56).AddMinutes(version),
        Subject = subject,
        Purpose = "jhrd",
        AllocationKeyId = Key.AllocationKeyId,
        AmountCents = shares.Sum(s => s.Cents),
        Shares = [.. shares.Select(s => new CostShare { MunicipalityId = s.Id, AmountCents = s.Cents })],
    };

    /// <summary>The twelve shares of € 850,000.00.</summary>
    public static CostAllocated Whole(Guid id, string subject) => Allocation(id, subject, 1,
        ("GM1680", 36_586_59), ("GM0106", 155_705_71), ("GM1681", 41_691_69), ("GM0109", 53_603_60), ("GM1690", 24_674_67), ("GM0114", 210_160_16),
        ("GM0118", 111_461_46), ("GM0119", 58_708_71), ("GM1731", 48_498_50), ("GM1699", 39_989_99), ("GM1730", 42_542_54), ("GM1701", 26_376_38));

    private static MunicipalityRecorded Recorded((string Id, string Name, int Youth, decimal Percentage, string Region) row, int rank) => new()
    {
        MunicipalityId = row.Id,
        AggregateVersion = 1,
        OccurredAt = DateTimeOffset.UnixEpoch,
        Name = row.Name,
        Rank = rank,
        YouthCounts =
        [
            new() { ReferenceDate = new DateOnly(2021, 1, 1), Persons = row.Youth, AgeLabel = "0-18-jarigen", SourceTitle = "Omarm de complexiteit, mei 2022", SourcePlace = "tabel 1" },
        ],
        Memberships =
        [
            Membership("INKOOP-DRENTHE", "Inkooporganisatie", "procurement", 2015, new DateOnly(2017, 1, 1)),
            Membership(row.Region, row.Region == "ZD" ? "Zuid-Drenthe" : "Noordmidden-Drenthe", "procurement", 2017, until: null),
            Membership("JHRD", "Jeugdhulpregio Drenthe", "youth-care", 2015, until: null),
            Membership("PV22", "Drenthe", "province", 2015, until: null),
        ],
    };

    private static RecordedMembership Membership(string id, string name, string kind, int from, DateOnly? until) => new()
    {
        RegionId = id,
        RegionName = name,
        RegionKind = kind,
        ValidFrom = new DateOnly(from, 1, 1),
        ValidUntil = until,
    };
}
