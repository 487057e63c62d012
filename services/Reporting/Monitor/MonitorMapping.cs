using System.Globalization;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Reporting.Monitor;

/// <summary>From the monitor to its messages.</summary>
internal static class MonitorMapping
{
    public static V1.Monitor ToProto(this MonitorView view) => new()
    {
        AreaId = view.AreaId,
        AreaName = view.AreaName,
        Figures = { view.Figures.Select(ToProto) },
        Municipalities = { view.Municipalities.Select(ToProto) },
        Regions = { view.Regions.Select(ToProto) },
        Allocations = { view.Allocations.Select(ToProto) },
        AllocationTotal = new V1.AllocationTotal
        {
            Count = view.AllocationCount,
            SumCents = view.AllocationSumCents.ToString("F0", CultureInfo.InvariantCulture),
        },
        GenerateTime = view.MadeAt.ToProto(),
        Contracts = view.Contracts.ToProto(),
        Cases = view.Cases.ToProto(),
        Work = view.Work.ToProto(),
        SumChecks = { view.SumChecks.Select(ToProto) },
        Progress = { view.Progress.Select(p => new V1.PublisherProgress { Publisher = p.Publisher, LastEventTime = p.LastEventAt?.ToProto() }) },
    };

    private static V1.SumCheck ToProto(SumCheckView check) => new()
    {
        Label = check.Label,
        Total = ToProto(check.Total),
        Sum = check.Sum?.ToString(CultureInfo.InvariantCulture) ?? "",
        Difference = check.Difference?.ToString(CultureInfo.InvariantCulture) ?? "",
        Parts = { check.Parts.Select(ToProto) },
    };

    private static V1.Figure ToProto(FigureView figure) => new()
    {
        Indicator = figure.Indicator,
        Label = figure.Label,
        Value = figure.Value,
        Unit = figure.Unit,
        Period = figure.Period,
        AreaId = figure.AreaId,
        Source = ToProto(figure.Source),
        Remark = figure.Remark,
    };

    private static V1.MunicipalityRow ToProto(MunicipalityView municipality)
    {
        var row = new V1.MunicipalityRow
        {
            MunicipalityId = municipality.Id,
            Name = municipality.Name,
            ProcurementRegionId = municipality.ProcurementRegionId,
            ReferenceDate = municipality.ReferenceDate?.ToProto(),
            KeyPercentage = Published(municipality.KeyPercentage),
            AllocatedCents = Bounded(municipality.AllocatedCents),
            Source = municipality.Source is { } source ? ToProto(source) : null,
            EndDate = municipality.EndedOn?.ToProto(),
            SuccessorId = municipality.SuccessorId,
            YouthOf = { municipality.YouthOf },
        };
        if (municipality.Youth is { } youth)
            row.Youth = youth;
        return row;
    }

    private static V1.RegionRow ToProto(RegionView region)
    {
        var row = new V1.RegionRow
        {
            RegionId = region.Id,
            Name = region.Name,
            KeyPercentage = Published(region.KeyPercentage),
            AllocatedCents = Bounded(region.AllocatedCents),
        };
        if (region.Youth is { } youth)
            row.Youth = youth;
        return row;
    }

    private static V1.AllocationRow ToProto(AllocationView allocation) => new()
    {
        CostAllocationId = allocation.Id.ToString("D"),
        Subject = allocation.Subject,
        AmountCents = allocation.AmountCents,
        Shares = { allocation.Shares.Select(s => new V1.AllocationShare { MunicipalityId = s.MunicipalityId, AmountCents = s.AmountCents }) },
        AllocateTime = allocation.RecordedAt.ToProto(),
    };

    private static Common.V1.Source ToProto(SourceView source) => new() { Title = source.Title, Place = source.Place };

    private static string Published(decimal? percentage) => percentage?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>The message says what it does with a sum beyond its bounds.</summary>
    private static long Bounded(decimal cents) => (long)Math.Min(cents, long.MaxValue);
}
