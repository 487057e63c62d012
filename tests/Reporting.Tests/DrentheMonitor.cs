using Regio.Testing;

namespace Regio.Reporting.Tests;

/// <summary>A service that has heard of Drenthe, of four allocations, two contracts and twenty-eight cases.</summary>
public sealed class DrentheMonitor(TestServers servers) : IAsyncLifetime
{
    public const string Formula = "=HYPERLINK(\"http://example.org\")";
    public const string Script = "<script>alert('1')</script> & \"zorg\"";

    public ReportingHost Host { get; } = new(servers);

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        foreach (var municipality in Drenthe.Municipalities)
            await Host.PublishAsync(municipality);
        await Host.PublishAsync(Drenthe.Key);
        await Host.PublishAsync(Drenthe.Whole(Guid.CreateVersion7(), "Crisismeldpunt Spoed4Jeugd"));
        await Host.PublishAsync(Drenthe.Allocation(Guid.CreateVersion7(), Script, 2, ("GM0106", 100)));
        await Host.PublishAsync(Drenthe.Allocation(Guid.CreateVersion7(), Formula, 3, ("GM1680", long.MaxValue)));
        await Host.PublishAsync(Drenthe.Allocation(Guid.CreateVersion7(), "Zeer groot", 4, ("GM1680", long.MaxValue)));
        await Host.PublishAsync(Care.Signed(Guid.CreateVersion7(), 2, Care.Line("ZD", 8, 250_00), Care.Line("NMD", 7, 90_00), Care.Line("PV22", 8, 1_00, until: new DateOnly(2021, 1, 1))));
        await Host.PublishAsync(Care.Signed(Guid.CreateVersion7(), 2, Care.Line("ZD", 8, 275_50), Care.Line("GM0114", 8, 300_00, "individual")));

        // Fourteen are accepted, seven here and seven there, so that neither of the two knows of the other what it may not; all others are registered.
        foreach (var (municipality, cases, steps) in new[] { ("GM0106", 7, 2), ("GM0118", 7, 2), ("GM0109", 6, 1), ("GM1731", 5, 1), ("GM0114", 2, 1), ("GM0119", 1, 1) })
            foreach (var step in Enumerable.Range(0, cases).SelectMany(_ => Care.Case(Guid.CreateVersion7(), municipality, steps)))
                await Host.PublishAsync(step);
        await Eventually.Is("all events are projected", 61, () => Host.Database.ScalarAsync<long>("select count(*) from inbox_message"));
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
