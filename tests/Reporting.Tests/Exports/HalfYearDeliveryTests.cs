using Grpc.Core;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Reporting.Tests.Exports;

public sealed class HalfYearDeliveryTests(DrentheMonitor drenthe) : IClassFixture<DrentheMonitor>
{
    [Fact]
    public async Task A_half_year_is_delivered_with_its_quarters_and_months_and_counts_to_check_it_by()
    {
        await drenthe.Host.ImportAsync(
            "trajectories;GM0118;2024-H2;;3;\ntrajectories;GM0118;2024-Q3;;12;\ntrajectories;GM0118;2024-12;;15;\ntrajectories;GM0118;2024-06;;77;\ntrajectories;GM0118;2025-H2;;88;\n");

        var whole = await ExportAsync(Roles.Regiomanager);
        Assert.Equal(("levering-2024-H2.json", 3), (whole.Header.FileName, whole.Header.FigureCount));
        Assert.Contains("3 regels, waarvan 0 niet getoond", whole.Text, StringComparison.Ordinal);
        Assert.Contains("trajectories: 3 regels", whole.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"number\": 77", whole.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"number\": 88", whole.Text, StringComparison.Ordinal);
        Assert.Equal(whole.Header.ContentHash, (await ExportAsync(Roles.Regiomanager)).Header.ContentHash);

        var open = await ExportAsync(Roles.Council);
        Assert.DoesNotContain("\"number\": 3,", open.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("waarvan 0 niet getoond", open.Text, StringComparison.Ordinal);
    }

    private async Task<(ExportHeader Header, string Text)> ExportAsync(string role)
    {
        using var call = new ExportService.ExportServiceClient(drenthe.Host.Invoker(TestTokens.For(role))).ExportHalfYear(new() { Format = ExportFormat.Json, Period = "2024-H2" });
        var (header, text) = (new ExportHeader(), new System.Text.StringBuilder());
        await foreach (var part in call.ResponseStream.ReadAllAsync())
        {
            header = part.Header ?? header;
            text.Append(part.Chunk.ToStringUtf8());
        }

        return (header, text.ToString());
    }
}
