using Regio.Reporting.V1;
using Regio.Testing.Rpcs;

namespace Regio.Reporting.Tests.Rpcs;

/// <summary>Right requests for files, for the table over all rpcs.</summary>
internal sealed class ExportSamples : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(() => new ExportObservationsRequest { Format = ExportFormat.Rfc4180Csv, IndicatorId = "youth" })
        .Add(() => new ExportHalfYearRequest { Format = ExportFormat.Rfc4180Csv, Period = "2026-H1" })
        .Add(() => new ExportExpertYearRequest { Format = ExportFormat.Rfc4180Csv, Year = 2026 });
}
