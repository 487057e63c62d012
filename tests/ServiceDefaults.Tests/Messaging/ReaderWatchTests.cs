using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Regio.ServiceDefaults.Hosting;
using Regio.ServiceDefaults.Messaging;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Messaging;

public sealed class ReaderWatchTests(TestServers servers) : MessagingTest(servers)
{
    private static readonly DateTimeOffset s_noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_process_whose_reader_is_cut_off_from_a_broker_that_answers_ends_as_failed()
    {
        await using var reader = await TestService.ReaderAsync(
            Database.ConnectionString, Broker.Address, ("Readers:LongestCutOff", "00:00:01"), ("Readers:Period", "00:00:00.2"));
        await reader.ReadyAsync();
        var stopping = reader.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        Assert.Equal(0, reader.Services.GetRequiredService<RunOutcome>().ExitCode);

        // Nothing else in the process stops: the readers alone are gone, as when the library is stuck.
        await reader.Services.GetRequiredService<IBusControl>().StopAsync(TestContext.Current.CancellationToken);

        await Eventually.Holds("the process is told to stop", () => Task.FromResult(stopping.IsCancellationRequested));
        Assert.NotEqual(0, reader.Services.GetRequiredService<RunOutcome>().ExitCode);
    }

    [Fact]
    public void A_reader_has_the_whole_time_to_come_back()
    {
        var cutOffs = new CutOffs(TimeSpan.FromSeconds(60));

        Assert.Empty(cutOffs.Note(["one", "two"], s_noon));
        Assert.Empty(cutOffs.Note(["one"], s_noon.AddSeconds(59)));
        Assert.Equal(["one"], cutOffs.Note(["one", "two"], s_noon.AddSeconds(60)));
    }

    [Fact]
    public void A_reader_that_came_back_begins_anew()
    {
        var cutOffs = new CutOffs(TimeSpan.FromSeconds(60));
        cutOffs.Note(["one"], s_noon);
        cutOffs.Note([], s_noon.AddSeconds(30));

        Assert.Empty(cutOffs.Note(["one"], s_noon.AddSeconds(60)));
        Assert.Equal(["one"], cutOffs.Note(["one"], s_noon.AddSeconds(120)));
    }

    [Fact]
    public void A_broker_that_is_away_is_no_reason_to_end()
    {
        var cutOffs = new CutOffs(TimeSpan.FromSeconds(60));
        cutOffs.Note(["one"], s_noon);
        cutOffs.BrokerIsAway();

        Assert.Empty(cutOffs.Note(["one"], s_noon.AddHours(1)));
    }
}
