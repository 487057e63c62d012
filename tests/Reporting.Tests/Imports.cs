using Google.Protobuf;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Reporting.Tests;

/// <summary>Sends figures in as somebody of the region would.</summary>
internal static class Imports
{
    public static async Task ImportAsync(this ReportingHost host, string rows, string name = "proef.csv")
    {
        using var call = new ImportService.ImportServiceClient(host.Host.Invoker(TestTokens.For(Roles.PolicyAdviser))).ImportObservations();
        var report = await call.SendAsync(
            new() { Header = new() { Format = ImportFormat.ObservationsCsv, FileName = name, Source = new() { Title = "Eigen registratie", Place = "blad 1" } } },
            new() { Chunk = ByteString.CopyFromUtf8("Indicator;Area;Period;Breakdown;Value;Status\n" + rows) });
        Assert.True(report.Stored, string.Join(' ', report.Faults.Select(fault => fault.Message)));
    }
}
