using System.Diagnostics;
using System.Globalization;
using MassTransit;
using RabbitMQ.Client;
using Regio.Cli;
using Regio.Cli.Replay;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Messaging;

public sealed class ReplayTests(TestServers servers) : MessagingTest(servers)
{
    private static readonly SetAsideQueue s_errors = SetAsideQueue.Beside(OnCounted.Queue).First();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_set_aside_is_listed_with_its_reason_and_handled_once_when_it_is_replayed()
    {
        await using var reader = await TestService.ReaderAsync(Database.ConnectionString, Broker.Address);
        await reader.ReadyAsync();
        await using var errors = await ErrorQueues.OpenAsync(Broker.Address, Stop);
        Assert.Null(await errors.LookAsync(s_errors, Stop));
        reader.Script.Run = _ => throw new InvalidOperationException("The rule that is missing.");
        var ids = new[] { Guid.CreateVersion7(), Guid.CreateVersion7() };
        foreach (var id in ids)
        {
            await reader.Bus.Publish(
                new Counted { CounterId = "poison", AggregateVersion = 1 }, Pipe.Execute<PublishContext>(context => context.MessageId = id), Stop);
            await Eventually.Is("it is set aside", (uint)Array.IndexOf(ids, id) + 1, async () => await Broker.CountAsync(s_errors.Name) ?? 0);
        }

        // Looking changes nothing, so it can be done twice.
        for (var look = 0; look < 2; look++)
        {
            await Eventually.Is("both are in their place", 2u, async () => await Broker.CountAsync(s_errors.Name) ?? 0);
            var first = (await errors.LookAsync(s_errors, Stop))!.First!;
            Assert.Equal(ids[0].ToString(), first.MessageId);
            Assert.Contains("InvalidOperationException", first.Reason, StringComparison.Ordinal);
            Assert.Contains("The rule that is missing.", first.Reason, StringComparison.Ordinal);
            Assert.NotEqual("", first.At);
        }

        reader.Script.Run = _ => Task.CompletedTask;
        await Eventually.Is("both are in their place", 2u, async () => await Broker.CountAsync(s_errors.Name) ?? 0);
        Assert.Equal(2u, await errors.ReplayAsync(s_errors, Stop));

        await Eventually.Is("both have their effect", 2, EffectsAsync);
        Assert.Equal(0u, await Broker.CountAsync(s_errors.Name));
        Assert.Equal(0u, await errors.ReplayAsync(s_errors, Stop));
    }

    // Long: processes of their own, and enough messages to be in the middle of them.
    [Fact]
    [Trait("Category", "Long")]
    public async Task A_replay_killed_in_the_middle_and_run_again_loses_nothing_and_keeps_the_order()
    {
        const int messages = 1_500;
        await using (var reader = await TestService.ReaderAsync(Database.ConnectionString, Broker.Address))
            await reader.ReadyAsync();
        await FillAsync(messages);

        using (var killed = StartReplay())
        {
            await Eventually.Holds("some are back", async () => await Broker.CountAsync(OnCounted.Queue) >= 20);
            killed.Kill();
            await killed.WaitForExitAsync(Stop);
            Assert.NotEqual(0, killed.ExitCode);
        }

        await Eventually.Holds("what it had in hand returns", async () => await Broker.CountAsync(s_errors.Name) is > 0 and < messages);
        using (var again = StartReplay())
        {
            await again.WaitForExitAsync(Stop);
            Assert.Equal(0, again.ExitCode);
        }

        var arrived = await DrainAsync(OnCounted.Queue);
        Assert.Equal(Enumerable.Range(0, messages).Select(Name), arrived.Distinct(StringComparer.Ordinal));
        Assert.InRange(arrived.Count, messages, messages + 1);
        Assert.Equal(0u, await Broker.CountAsync(s_errors.Name));
    }

    [Fact]
    public async Task Without_the_queue_they_came_from_messages_stay_where_they_are()
    {
        await FillAsync(3);
        await using var errors = await ErrorQueues.OpenAsync(Broker.Address, Stop);

        var refused = await Assert.ThrowsAsync<CommandFailedException>(() => errors.ReplayAsync(s_errors, Stop));

        Assert.Contains(OnCounted.Queue, refused.Message, StringComparison.Ordinal);
        await Eventually.Is("all are there", 3u, async () => await Broker.CountAsync(s_errors.Name) ?? 0);
    }

    [Theory]
    [InlineData("reporting-on-cost-allocated", "reporting-on-cost-allocated_error", "reporting-on-cost-allocated_skipped")]
    [InlineData("reporting-on-cost-allocated_skipped", "reporting-on-cost-allocated_skipped")]
    public void A_queue_stands_for_those_beside_it(string name, params string[] meant)
    {
        Assert.Equal(meant, SetAsideQueue.Named(name).Select(queue => queue.Name));
        Assert.All(SetAsideQueue.Named(name), queue => Assert.Equal("reporting-on-cost-allocated", queue.Origin));
    }

    private static string Name(int number) => number.ToString(CultureInfo.InvariantCulture);

    private Process StartReplay()
    {
        // From its own folder: beside the tests lie the libraries that go with the framework of a web application.
        var client = Path.Combine(AppContext.BaseDirectory.Replace("tests/ServiceDefaults.Tests", "cli", StringComparison.Ordinal), "regio-cli.dll");
        var start = new ProcessStartInfo("dotnet", [client, "replay", s_errors.Name]);
        start.Environment["ConnectionStrings__bus"] = Broker.Address.ToString();
        return Process.Start(start)!;
    }

    private async Task FillAsync(int messages)
    {
        await using var channel = await Broker.OpenChannelAsync();
        await channel.QueueDeclareAsync(s_errors.Name, durable: true, exclusive: false, autoDelete: false, cancellationToken: Stop);
        for (var number = 0; number < messages; number++)
            await channel.BasicPublishAsync("", s_errors.Name, mandatory: true, new BasicProperties { MessageId = Name(number), Persistent = true }, "{}"u8.ToArray(), Stop);
        await Eventually.Is("all are set aside", (uint)messages, async () => await Broker.CountAsync(s_errors.Name) ?? 0);
    }

    private async Task<List<string>> DrainAsync(string queue)
    {
        await using var channel = await Broker.OpenChannelAsync();
        var ids = new List<string>();
        while (await channel.BasicGetAsync(queue, autoAck: true, Stop) is { } message)
            ids.Add(message.BasicProperties.MessageId!);
        return ids;
    }
}
