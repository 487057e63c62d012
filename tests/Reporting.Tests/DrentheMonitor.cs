using Regio.Testing;

namespace Regio.Reporting.Tests;

/// <summary>A service that has heard of Drenthe and of four allocations.</summary>
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
        await Eventually.Is("all events are projected", 17, () => Host.Database.ScalarAsync<long>("select count(*) from inbox_message"));
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
