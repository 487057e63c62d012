using System.Globalization;
using Regio.Reporting.Suppression;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Reporting.Catalogue;

/// <summary>From indicators and observations to their messages.</summary>
internal static class ObservationMapping
{
    public static V1.Indicator ToProto(this Figures.Indicator indicator) => new()
    {
        Id = indicator.Id,
        Name = indicator.Name,
        Unit = indicator.Unit,
        AgeGroup = indicator.AgeGroup,
        Additive = indicator.Additive,
        Definition = indicator.Definition,
        CountedBy = indicator.CountedBy,
        Period = new Common.V1.Period { StartDate = indicator.ValidFrom.ToProto(), EndDate = indicator.ValidUntil?.ToProto() },
    };

    public static V1.Observation ToProto(this TracedObservation traced)
    {
        var o = traced.Observation;
        return new V1.Observation
        {
            Key = new V1.ObservationKey { IndicatorId = o.Indicator, AreaId = o.AreaId, Period = o.Period, Breakdown = o.Breakdown },
            Version = o.Version,
            Current = traced.Current,
            Value = o.Value,
            Number = o.ValueNumeric?.ToString(CultureInfo.InvariantCulture) ?? "",
            Unit = o.Unit,
            Denominator = o.Denominator,
            Status = o.Status,
            Source = new Common.V1.Source { Title = o.SourceTitle, Place = o.SourcePlace },
            Load = traced.Load is { } load ? load.ToProto() : null,
            Line = o.Line,
            Hidden = ShieldReader.IsHidden(o),
        };
    }

    public static V1.Load ToProto(this Figures.Load load) => new()
    {
        Id = load.Id.ToString("D"),
        FileName = load.FileName,
        ContentHash = load.ContentHash,
        RowCount = load.RowCount,
        LoadTime = load.LoadedAt.ToProto(),
    };
}
