using CsvHelper;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.ReferenceData;

[CsvRecord]
internal sealed partial record MunicipalityRow(string Id, string Name, int Rank, string SourceTitle, string SourcePlace);

[CsvRecord]
internal sealed partial record YouthCountRow(string MunicipalityId, DateOnly ReferenceDate, int Persons, string AgeLabel, string SourceTitle, string SourcePlace);

[CsvRecord]
internal sealed partial record RegionRow(string Id, string Name, string Kind, DateOnly ValidFrom, DateOnly? ValidUntil, string SourceTitle, string SourcePlace);

[CsvRecord]
internal sealed partial record MembershipRow(
    string MunicipalityId, string RegionId, DateOnly ValidFrom, DateOnly? ValidUntil, string SourceTitle, string SourcePlace, string Remark);

[CsvRecord]
internal sealed partial record KeyRow(
    Guid Id, string Purpose, DateOnly ValidFrom, DateOnly? ValidUntil, string SourceTitle, string SourcePlace, string Remark);

[CsvRecord]
internal sealed partial record KeyPercentageRow(
    Guid AllocationKeyId, string MunicipalityId, decimal Percentage, int Rank, string SourceTitle, string SourcePlace);

[CsvRecord]
internal sealed partial record RegionRoleRow(
    string RegionId, string Kind, string MunicipalityId, DateOnly ValidFrom, string StartPrecision, DateOnly? ValidUntil, string EndPrecision,
    string SourceTitle, string SourcePlace, string Remark);

[CsvRecord]
internal sealed partial record HourRateRow(string Work, long RateCents, DateOnly StartsOn, string SourceTitle, string SourcePlace, string Remark);

[CsvRecord]
internal sealed partial record ClaimRow(
    string Topic, string Statement, string Value, string SourceTitle, string SourcePlace, bool Followed, string Reason);

[CsvRecord]
internal sealed partial record GlossaryRow(string Term, string Code, string Meaning, string SourceTitle, string SourcePlace);

[CsvRecord]
internal sealed partial record BodyRow(
    string RegionId, string Code, string Name, bool IsOutside, DateOnly ValidFrom, DateOnly? ValidUntil, string SourceTitle, string SourcePlace);

[CsvRecord]
internal sealed partial record SeatRow(string BodyId, string Title, string Role, string MunicipalityId, DateOnly ValidFrom, DateOnly? ValidUntil);

[CsvRecord]
internal sealed partial record SeatHolderRow(string BodyId, int SeatNumber, string Function, DateOnly ValidFrom, DateOnly? ValidUntil);

[CsvRecord]
internal sealed partial record AgreementRow(
    Guid Id, string RegionId, string Kind, string Subject, DateOnly ValidFrom, DateOnly? ValidUntil, string SourceTitle, string SourcePlace);

/// <summary>The published facts that the service starts with, one file per kind, each row with its source and place.</summary>
internal static class ReferenceFiles
{
    public static IReadOnlyList<MunicipalityRow> Municipalities() => Read<MunicipalityRow>("municipalities.csv");

    public static IReadOnlyList<YouthCountRow> YouthCounts() => Read<YouthCountRow>("youth-counts.csv");

    public static IReadOnlyList<RegionRow> Regions() => Read<RegionRow>("regions.csv");

    public static IReadOnlyList<MembershipRow> Memberships() => Read<MembershipRow>("memberships.csv");

    public static IReadOnlyList<KeyRow> Keys() => Read<KeyRow>("allocation-keys.csv");

    public static IReadOnlyList<KeyPercentageRow> KeyPercentages() => Read<KeyPercentageRow>("allocation-key-percentages.csv");

    public static IReadOnlyList<ClaimRow> Claims() => Read<ClaimRow>("claims.csv");

    public static IReadOnlyList<RegionRoleRow> RegionRoles() => Read<RegionRoleRow>("region-roles.csv");

    public static IReadOnlyList<HourRateRow> HourRates() => Read<HourRateRow>("hour-rates.csv");

    public static IReadOnlyList<GlossaryRow> Glossary() => Read<GlossaryRow>("glossary.csv");

    public static IReadOnlyList<BodyRow> Bodies() => Read<BodyRow>("bodies.csv");

    public static IReadOnlyList<SeatRow> Seats() => Read<SeatRow>("seats.csv");

    public static IReadOnlyList<SeatHolderRow> SeatHolders() => Read<SeatHolderRow>("seat-holders.csv");

    public static IReadOnlyList<AgreementRow> Agreements() => Read<AgreementRow>("agreements.csv");

    private static IReadOnlyList<T> Read<T>(string file) => EmbeddedCsv.Read<T>(typeof(ReferenceFiles).Assembly, file);
}
