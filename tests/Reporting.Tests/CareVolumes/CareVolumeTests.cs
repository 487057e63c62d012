using Grpc.Core;
using Regio.Reporting.Tests.Projection.Samples;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Reporting.Tests.CareVolumes;

/// <summary>Price and quantity of care, and who sees how much of it. On a database of its own.</summary>
public sealed class CareVolumeTests(ReportingHost host) : IClassFixture<ReportingHost>, IAsyncLifetime
{
    private static readonly Guid s_few = Guid.CreateVersion7();
    private static readonly Guid s_many = Guid.CreateVersion7();

    public async ValueTask InitializeAsync()
    {
        object[] events =
        [
            .. new VolumeSamples().Events,
            VolumeSamples.Of(s_few, 1, volume: 8, clients: 4, municipality: "GM0118"),
            VolumeSamples.Of(s_many, 1, volume: 8, clients: 5, municipality: "GM0118") with { Month = new DateOnly(2026, 2, 1), AmountCents = 9 },
        ];
        // Each twice: what comes again changes nothing.
        foreach (var message in events.Concat(events))
            await host.PublishAsync(message);
        await Eventually.Is("all events are projected", true, () => host.Database.ScalarAsync<bool>(
            $"select count(*) > 0 and count(*) % {2 * events.Length} = 0 from inbox_message"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_newest_sums_of_all_providers_count_once_and_what_was_taken_back_is_gone()
    {
        var items = await ReadAsync(Of(Roles.Regiomanager));

        Assert.Equal(
            ["GM0106 1: 55 x 9500 = 522500", "GM0118 1: 8 x 9500 = 76000", "GM0118 2: 8 x 1 = 9"],
            items.Select(Text));
    }

    [Fact]
    public async Task Numbers_about_few_clients_are_hidden_from_who_may_not_see_them()
    {
        // Six clients at one provider and one at another: at least six.
        Assert.Equal(
            ["GM0106 1: 55 x 9500 = 522500", "GM0118 1: hidden", "GM0118 2: 8 x 1 = 9"],
            (await ReadAsync(Of(Roles.ContractManager))).Select(Text));
    }

    [Fact]
    public async Task A_municipality_sees_its_own_in_full_and_no_others()
    {
        var own = Of(Roles.ContractManager, "GM0118");

        Assert.Equal(["GM0118 1: 8 x 9500 = 76000", "GM0118 2: 8 x 1 = 9"], (await ReadAsync(own)).Select(Text));
        var refused = await Assert.ThrowsAsync<RpcException>(() => ReadAsync(own, "GM0106"));
        Assert.Equal(StatusCode.PermissionDenied, refused.StatusCode);
    }

    [Fact]
    public async Task Months_are_chosen_by_their_first_day()
    {
        var february = new ListCareVolumesRequest { Since = new() { Year = 2026, Month = 1, Day = 2 } };
        var january = new ListCareVolumesRequest { MunicipalityId = "GM0118", Until = new() { Year = 2026, Month = 2, Day = 1 } };

        Assert.Equal(["GM0118 2: 8 x 1 = 9"], (await Of(Roles.Regiomanager).ListCareVolumesAsync(february)).Items.Select(Text));
        Assert.Equal(["GM0118 1: 8 x 9500 = 76000"], (await Of(Roles.Regiomanager).ListCareVolumesAsync(january)).Items.Select(Text));
    }

    private CareVolumeService.CareVolumeServiceClient Of(string role, string? municipality = null) => new(host.Invoker(TestTokens.For(role, municipality)));

    private static async Task<IReadOnlyList<CareVolume>> ReadAsync(CareVolumeService.CareVolumeServiceClient by, string municipality = "")
    {
        var items = new List<CareVolume>();
        var request = new ListCareVolumesRequest { PageSize = 1, MunicipalityId = municipality };
        do
        {
            var page = await by.ListCareVolumesAsync(request);
            items.AddRange(page.Items);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return items;
    }

    private static string Text(CareVolume item) =>
        $"{item.MunicipalityId} {item.Month.Month}: {(item.Hidden ? "hidden" : $"{item.Volume} x {item.PriceCents} = {item.AmountCents}")}";
}
