using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;
using Aspire.Hosting.Testing;
using Npgsql;
using RabbitMQ.Client;
using Regio.Testing;

namespace Regio.StandIns.Tests.AppHosting;

public sealed class RunningApplicationTests(SampleApplication sample) : IClassFixture<SampleApplication>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PostgreSQL_answers_and_the_database_has_been_created()
    {
        await using var connection = new NpgsqlConnection(await sample.App.GetConnectionStringAsync("orders", Cancellation));
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand("SELECT current_database()", connection);

        Assert.Equal("orders", await command.ExecuteScalarAsync(Cancellation));
    }

    [Fact]
    public async Task A_throw_away_cluster_does_not_wait_for_the_disk()
    {
        await using var connection = new NpgsqlConnection(await sample.App.GetConnectionStringAsync("postgres", Cancellation));
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand("SHOW fsync", connection);

        Assert.Equal("off", await command.ExecuteScalarAsync(Cancellation));
    }

    [Fact]
    public async Task Servers_get_the_arguments_and_the_environment_of_the_model()
    {
        await using var connection = new NpgsqlConnection(await sample.App.GetConnectionStringAsync("postgres", Cancellation));
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand("SHOW work_mem", connection);

        Assert.Equal("7MB", await command.ExecuteScalarAsync(Cancellation));
        Assert.Contains("SAMPLE_SETTING=of the model", (await File.ReadAllTextAsync($"/proc/{ProcessIdOf("bus")}/environ", Cancellation)).Split('\0'));
    }

    [Fact]
    public async Task PostgreSQL_refuses_a_wrong_password()
    {
        var address = new NpgsqlConnectionStringBuilder(await sample.App.GetConnectionStringAsync("postgres", Cancellation)) { Password = "guess" };
        await using var connection = new NpgsqlConnection(address.ConnectionString);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync(Cancellation));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
    }

    [Fact]
    public async Task PostgreSQL_does_not_run_as_root()
    {
        var owner = (await File.ReadAllLinesAsync($"/proc/{ProcessIdOf("postgres")}/status", Cancellation)).Single(l => l.StartsWith("Uid:", StringComparison.Ordinal));

        Assert.NotEqual("0", owner.Split('\t')[1]);
    }

    [Fact]
    public async Task The_broker_takes_connections()
    {
        var factory = new ConnectionFactory { Uri = new Uri((await sample.App.GetConnectionStringAsync("bus", Cancellation))!) };
        await using var connection = await factory.CreateConnectionAsync(Cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancellation);

        var queue = await channel.QueueDeclareAsync(cancellationToken: Cancellation);
        await channel.BasicPublishAsync("", queue.QueueName, new byte[] { 42 }, Cancellation);
        await Eventually.Holds(
            "the published message is in the queue",
            async () => await channel.BasicGetAsync(queue.QueueName, autoAck: true, Cancellation) is { } message && message.Body.Span[0] == 42);
    }

    [Fact]
    public void Nothing_listens_beyond_loopback()
    {
        var trees = ((string[])["postgres", "bus"]).SelectMany(name => ProcessTree.WithDescendants(ProcessIdOf(name))).Select(p => p.Id).ToHashSet();
        var listeners = ListeningSockets.Of(trees);

        Assert.NotEmpty(listeners);
        Assert.All(listeners, listener => Assert.True(IPAddress.IsLoopback(listener.Address), listener.ToString()));
    }

    [Fact]
    public async Task A_project_gets_its_addresses_by_environment()
    {
        using var client = sample.App.CreateHttpClient("sample");
        var environment = await client.GetFromJsonAsync<Dictionary<string, string>>("/environment", Cancellation);

        Assert.Equal(await sample.App.GetConnectionStringAsync("orders", Cancellation), environment!["ConnectionStrings__orders"]);
        Assert.Equal(await sample.App.GetConnectionStringAsync("bus", Cancellation), environment["ConnectionStrings__bus"]);
        Assert.Equal("sample", environment["OTEL_SERVICE_NAME"]);
        Assert.Equal(client.BaseAddress!.GetLeftPart(UriPartial.Authority), environment["ASPNETCORE_URLS"]);
    }

    [Fact]
    public async Task A_service_that_crashes_says_why_and_comes_back()
    {
        using var client = sample.App.CreateHttpClient("sample");
        var before = ProcessIdOf("sample");
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.PostAsync(new Uri("/crash", UriKind.Relative), content: null, Cancellation));

        var ended = await sample.App.ResourceNotifications.WaitForResourceAsync("sample", e => e.Snapshot.State?.Text == KnownResourceStates.Exited, Cancellation);
        await sample.App.ResourceNotifications.WaitForResourceHealthyAsync("sample", Cancellation);

        Assert.Contains("Told to.", ReasonOf(ended), StringComparison.Ordinal);
        Assert.NotEqual(before, ProcessIdOf("sample"));
        Assert.Equal("Healthy", await client.GetStringAsync(new Uri("/health", UriKind.Relative), Cancellation));
    }

    [Fact]
    public async Task A_killed_broker_comes_back_at_the_same_address()
    {
        var before = ProcessIdOf("bus");
        using (var kill = Process.Start("kill", ["-KILL", "--", string.Create(CultureInfo.InvariantCulture, $"-{before}")]))
            await kill.WaitForExitAsync(Cancellation);

        await sample.App.ResourceNotifications.WaitForResourceAsync("bus", e => e.Snapshot.State?.Text == KnownResourceStates.Exited, Cancellation);
        await sample.App.ResourceNotifications.WaitForResourceHealthyAsync("bus", Cancellation);

        Assert.NotEqual(before, ProcessIdOf("bus"));
        await The_broker_takes_connections();
    }

    private static string ReasonOf(ResourceEvent ended) =>
        (string)ended.Snapshot.Properties.Single(p => p.Name == ResourceRun.ReasonProperty).Value!;

    private int ProcessIdOf(string resource)
    {
        Assert.True(sample.App.ResourceNotifications.TryGetCurrentState(resource, out var state));
        return (int)state!.Snapshot.Properties.Single(p => p.Name == ProcessRun.ProcessIdProperty).Value!;
    }
}
