namespace Regio.Reporting.Monitor;

/// <summary>From contracts and cases of the monitor to their messages.</summary>
internal static class ContractsMapping
{
    public static V1.ContractSummary ToProto(this ContractsView contracts) => new()
    {
        Signed = contracts.SignedCount,
        Holding = contracts.HoldingCount,
        Terminated = contracts.TerminatedCount,
        Rows = { contracts.Rows.Select(ToProto) },
    };

    public static V1.CaseSummary ToProto(this CasesView cases)
    {
        var summary = new V1.CaseSummary { States = { cases.States.Select(s => new V1.CaseCount { State = s.State, Count = s.Count ?? 0, Hidden = s.Count is null }) } };
        summary.StuckOn.AddRange(cases.StuckOn.Select(on => new V1.StuckCount { Bottleneck = on.Bottleneck, Count = on.Count ?? 0, Hidden = on.Count is null }));
        if (cases.Total is { } total)
            summary.Total = total;
        return summary;
    }

    private static V1.ContractRow ToProto(ContractRowView row) => new()
    {
        BuyerId = row.BuyerId,
        BuyerName = row.BuyerName,
        Level = row.Level,
        Unit = row.Unit,
        Contracts = row.Contracts,
        Providers = row.Providers,
        Lines = row.Lines,
        Exceptions = row.Exceptions,
        LowestTariffCents = row.LowestTariffCents,
        HighestTariffCents = row.HighestTariffCents,
    };
}
