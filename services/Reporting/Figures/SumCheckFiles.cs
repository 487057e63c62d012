using CsvHelper;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Reporting.Figures;

[CsvRecord]
internal sealed partial record SumCheckRow(
    string Id, string Label, string Indicator, string AreaId, string Period, string Breakdown, decimal PublishedNumber);

[CsvRecord]
internal sealed partial record SumCheckPartRow(string CheckId, string Indicator, string AreaId, string Period, string Breakdown);

/// <summary>Which published figures should add up; their values are those of the observations.</summary>
internal static class SumCheckFiles
{
    private static readonly IReadOnlyList<SumCheckRow> Checks = EmbeddedCsv.Read<SumCheckRow>(typeof(SumCheckFiles).Assembly, "sum-checks.csv");

    private static readonly ILookup<string, SumCheckPartRow> Parts =
        EmbeddedCsv.Read<SumCheckPartRow>(typeof(SumCheckFiles).Assembly, "sum-check-parts.csv").ToLookup(part => part.CheckId, StringComparer.Ordinal);

    /// <summary>The checks of which the total is among these observations, in the order of the file.</summary>
    public static IReadOnlyList<SumCheck> Of(IEnumerable<Observation> observations)
    {
        var byKey = observations.ToDictionary(o => (o.Indicator, o.AreaId, o.Period, o.Breakdown));
        return
        [
            .. from check in Checks
               let total = byKey.GetValueOrDefault((check.Indicator, check.AreaId, check.Period, check.Breakdown))
               where total is not null
               let parts = Parts[check.Id].Select(part => byKey.GetValueOrDefault((part.Indicator, part.AreaId, part.Period, part.Breakdown)))
               where parts.All(part => part is not null)
               select new SumCheck(check.Label, total, check.PublishedNumber, [.. parts.Select(part => part!)]),
        ];
    }
}
