using Regio.Reporting.V1;
using Regio.Testing.Rpcs;

namespace Regio.Reporting.Tests.Rpcs;

/// <summary>Right requests about figures and their import, for the table over all rpcs.</summary>
internal sealed class ObservationSamples : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(() => new ListObservationsRequest { IndicatorId = "youth" })
        .Add(() => new ComputeRatioRequest
        {
            Numerator = new() { IndicatorId = "youth", AreaId = "ZD", Period = "2021-01-01", Breakdown = "0-18-jarigen" },
            Denominator = new() { IndicatorId = "youth", AreaId = "PV22", Period = "2021-01-01", Breakdown = "0-18-jarigen" },
        })
        .Add(() => new ImportObservationsRequest
        {
            Header = new() { Format = ImportFormat.ObservationsCsv, FileName = "leeg.csv", Source = new() { Title = "Eigen telling", Place = "blad 1" }, Preview = true },
        });
}
