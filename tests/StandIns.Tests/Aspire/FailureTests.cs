using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;
using Aspire.Hosting.Testing;

namespace Regio.StandIns.Tests.AppHosting;

public sealed class FailureTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_missing_executable_is_named_and_nothing_starts()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddExecutable("sleeper", "sleep", ".", "100");
        builder.AddExecutable("tool", "no-such-command", ".");

        Assert.Equal("The command 'no-such-command' of resource 'tool' was not found.", await RefusalAsync(builder));
    }

    [Fact]
    public async Task Servers_that_are_not_installed_are_named_with_the_package_to_install()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        var postgres = builder.AddPostgres("postgres");
        var bus = builder.AddRabbitMQ("bus");
        postgres.WithAnnotation<LaunchRecipe>(new PostgresRecipe(postgres.Resource) { BinaryFolder = null }, ResourceAnnotationMutationBehavior.Replace);
        bus.WithAnnotation<LaunchRecipe>(new RabbitMQRecipe(bus.Resource, builder.Configuration) { ServerScript = "/nowhere" }, ResourceAnnotationMutationBehavior.Replace);

        Assert.Equal(
            """
            Resource 'postgres' needs the PostgreSQL server, which is not installed. Install the Debian package postgresql (apt-get install postgresql).
            Resource 'bus' needs the RabbitMQ server, which is not installed. Install the Debian package rabbitmq-server (apt-get install rabbitmq-server).
            """,
            await RefusalAsync(builder));
    }

    [Fact]
    public async Task A_taken_port_is_named_with_who_wanted_it_and_nothing_starts()
    {
        using var taker = new TcpListener(IPAddress.Loopback, 0);
        taker.Start();
        var port = ((IPEndPoint)taker.LocalEndpoint).Port;
        await using var builder = DistributedApplicationTestingBuilder.Create("--DcpPublisher:RandomizePorts=false");
        builder.AddExecutable("web", "sleep", ".", "100").WithHttpEndpoint(port: port);

        var refusal = await RefusalAsync(builder);

        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"Port {port}, wanted by resource 'web' for 'http', is taken by process {Environment.ProcessId} ("), refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_resources_cannot_have_one_port()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create("--DcpPublisher:RandomizePorts=false");
        builder.AddExecutable("one", "sleep", ".", "100").WithHttpEndpoint(port: 19_871);
        builder.AddExecutable("two", "sleep", ".", "100").WithHttpEndpoint(port: 19_871);

        Assert.Equal("Port 19871, wanted by resource 'two' for 'http', is wanted by another resource too.", await RefusalAsync(builder));
    }

    [Fact]
    public async Task A_command_that_fails_is_shown_with_code_and_last_words()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddExecutable("tool", "sh", ".", "-c", "echo The disk is full. >&2; exit 7");
        await using var app = await StartAsync(builder);

        var ended = await app.ResourceNotifications.WaitForResourceAsync("tool", e => e.Snapshot.State?.Text == KnownResourceStates.Exited, Cancellation);

        Assert.Equal(7, ended.Snapshot.ExitCode);
        var reason = (string)ended.Snapshot.Properties.Single(p => p.Name == ResourceRun.ReasonProperty).Value!;
        Assert.Equal("Resource 'tool' ended with exit code 7. It last said: The disk is full.", reason);
    }

    [Fact]
    public async Task A_service_that_never_comes_up_is_given_up_with_the_reason_and_so_is_who_waits_for_it()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        var failing = builder.AddProject<Projects.SampleService>("failing")
            .WithArgs("--crash-at-start").WithHttpEndpoint().WithHttpHealthCheck("/health");
        builder.AddExecutable("waiting", "sleep", ".", "100").WaitFor(failing);
        await using var app = await StartAsync(builder);

        var ended = await app.ResourceNotifications.WaitForResourceAsync("failing", e => e.Snapshot.State?.Text == KnownResourceStates.FailedToStart, Cancellation);
        var waited = await app.ResourceNotifications.WaitForResourceAsync("waiting", e => e.Snapshot.State?.Text == KnownResourceStates.FailedToStart, Cancellation);

        Assert.Contains("The setting that this service needs is missing.", (string)ended.Snapshot.Properties.Single(p => p.Name == ResourceRun.ReasonProperty).Value!, StringComparison.Ordinal);
        Assert.Contains("'failing'", (string)waited.Snapshot.Properties.Single(p => p.Name == ResourceRun.ReasonProperty).Value!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_for_completion_starts_after_the_command_has_ended()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var first = builder.AddExecutable("first", "sh", ".", "-c", $"sleep 0.3; echo done > {file}");
        builder.AddExecutable("second", "cat", ".", file).WaitForCompletion(first);
        await using var app = await StartAsync(builder);

        var ended = await app.ResourceNotifications.WaitForResourceAsync("second", [KnownResourceStates.Finished, KnownResourceStates.Exited], Cancellation);

        Assert.Equal(KnownResourceStates.Finished, ended);
        File.Delete(file);
    }

    [Fact]
    public async Task A_resource_that_ignores_the_request_to_stop_is_ended_all_the_same()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddExecutable("stubborn", "sh", ".", "-c", "trap '' TERM; echo ready; while true; do sleep 1; done");
        await using var app = await StartAsync(builder);
        // The process runs before the snapshot tells so, and it ignores the request only once it has said that it is ready.
        var id = (await app.UntilAsync("stubborn", KnownResourceStates.Running)).ProcessId();
        await app.UntilSaidAsync("stubborn", "ready");
        await app.StopAsync(Cancellation);

        Assert.Null(Native.StartTimeOf(id));
    }

    private static async Task<DistributedApplication> StartAsync(IDistributedApplicationTestingBuilder builder)
    {
        var app = await builder.BuildAsync(Cancellation);
        await app.StartAsync(Cancellation);
        return app;
    }

    private static async Task<string> RefusalAsync(IDistributedApplicationTestingBuilder builder)
    {
        await using var app = await builder.BuildAsync(Cancellation);
        var refused = await Assert.ThrowsAsync<DistributedApplicationException>(() => app.StartAsync(Cancellation));
        Assert.All(builder.Resources, resource => Assert.False(app.ResourceNotifications.TryGetCurrentState(resource.Name, out _)));
        return refused.Message;
    }
}
