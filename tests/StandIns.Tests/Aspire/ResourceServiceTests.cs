using System.Globalization;
using Aspire.DashboardService.Proto.V1;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Running;
using Aspire.Hosting.Testing;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using static Aspire.DashboardService.Proto.V1.DashboardService;
using CallMetadata = global::Grpc.Core.Metadata;

namespace Regio.StandIns.Tests.AppHosting;

/// <summary>What a dashboard gets to know of an application, and may do to it.</summary>
public sealed class ResourceServiceTests : IAsyncLifetime
{
    private const string Key = "key of this run";
    private readonly IDistributedApplicationTestingBuilder _builder = DistributedApplicationTestingBuilder.Create();
    private DistributedApplication? _app;
    private ResourceServiceHost? _host;
    private GrpcChannel? _channel;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static CallOptions WithKey => new(new CallMetadata { { "x-resource-service-api-key", Key } }, cancellationToken: Cancellation);

    private DistributedApplication App => _app!;

    private DashboardServiceClient Client => new(_channel!);

    public async ValueTask InitializeAsync()
    {
        var secret = _builder.AddParameter("password", "p4ssw0rd", secret: true);
        _builder.Configuration["ConnectionStrings:elsewhere"] = "Endpoint=https://elsewhere;Sig=abc";
        var first = _builder.AddExecutable("first", "sh", ".", "-c", "echo hello; echo trouble >&2; sleep 1000")
            .WithCommand("reset", "Reset", _ => Task.FromResult(CommandResults.Failure("It is locked.")), new CommandOptions { ConfirmationMessage = "Sure?" })
            .WithCommand("empty", "Empty", _ => Task.FromResult(CommandResults.Success()), new CommandOptions { Parameter = "key of this run" });
        _builder.AddExecutable("second", "sleep", ".", "1000").WithHttpEndpoint(name: "web").WithEnvironment("SECRET", secret).WithEnvironment("OPEN", "door").WaitFor(first)
            .WithEnvironment("Storage", ReferenceExpression.Create($"Host=here;Word={secret}"))
            .WithEnvironment(async context => context.EnvironmentVariables["Composed"] = "by hand: " + await secret.Resource.GetValueAsync(context.CancellationToken))
            .WithReference(_builder.AddConnectionString("elsewhere"));
        _app = await RunningHost.StartAsync(_builder);
        await _app.UntilAsync("second", KnownResourceStates.Running);

        using var ports = new PortAllocator();
        var port = ports.TakeFree();
        ports.Release(port);
        var feed = new ResourceFeed(
            "sample",
            _app.ResourceNotifications,
            _app.Services.GetRequiredService<ResourceLoggerService>(),
            _app.ResourceCommands);
        _host = await ResourceServiceHost.StartAsync(port, Key, feed, Cancellation);
        _channel = GrpcChannel.ForAddress(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
    }

    public async ValueTask DisposeAsync()
    {
        _channel?.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        if (_app is not null)
            await _app.DisposeAsync();
        await _builder.DisposeAsync();
    }

    [Fact]
    public async Task Nobody_is_answered_without_the_key()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
            await Client.GetApplicationInformationAsync(new ApplicationInformationRequest(), new CallMetadata { { "x-resource-service-api-key", "guess" } }, cancellationToken: Cancellation));

        Assert.Equal(StatusCode.Unauthenticated, refused.StatusCode);
        Assert.Equal("sample", (await Client.GetApplicationInformationAsync(new ApplicationInformationRequest(), WithKey)).ApplicationName);
    }

    [Fact]
    public async Task Resources_come_first_all_and_then_as_they_change()
    {
        using var call = Client.WatchResources(new WatchResourcesRequest(), WithKey);
        Assert.True(await call.ResponseStream.MoveNext(Cancellation));
        var initial = call.ResponseStream.Current.InitialData;

        var second = initial.Resources.Single(r => r.Name == "second");
        Assert.Equal(("Running", "success", "Executable"), (second.State, second.StateStyle, second.ResourceType));
        Assert.Equal("door", second.Environment.Single(v => v.Name == "OPEN").Value);
        Assert.Equal(["Composed", "ConnectionStrings__elsewhere", "SECRET", "Storage"], second.Properties.Single(p => p.Name == "resource.secretEnvironment").Value.ListValue.Values.Select(v => v.StringValue).Order(StringComparer.Ordinal));
        Assert.Equal("by hand: p4ssw0rd", second.Environment.Single(v => v.Name == "Composed").Value);
        Assert.NotEqual(0, second.Properties.Single(p => p.Name == "executable.pid").Value.NumberValue);
        Assert.Contains(second.Relationships, r => r is { ResourceName: "first", Type: "WaitFor" });
        Assert.Equal("web", second.Urls.Single().EndpointName);
        Assert.NotNull(second.StartedAt);
        Assert.True(initial.Resources.Single(r => r.Name == "password").IsHidden);
        Assert.True(initial.Resources.Single(r => r.Name == "password").Properties.Single(p => p.Name == "Value").IsSensitive);
        var reset = initial.Resources.Single(r => r.Name == "first").Commands.Single(c => c.Name == "reset");
        Assert.Equal("Sure?", reset.ConfirmationMessage);

        await App.ResourceCommands.ExecuteCommandAsync("second", KnownResourceCommands.StopCommand, Cancellation);

        var states = new List<string>();
        while (!states.Contains("Exited") && await call.ResponseStream.MoveNext(Cancellation))
            states.AddRange(call.ResponseStream.Current.Changes.Value.Where(c => c.Upsert.Name == "second").Select(c => c.Upsert.State));
        Assert.Contains("Stopping", states);
    }

    [Fact]
    public async Task Console_lines_are_those_kept_or_go_on()
    {
        await App.UntilSaidAsync("first", "trouble");
        var kept = await LinesAsync(follow: false, until: int.MaxValue);
        Assert.Equal(["hello", "trouble"], kept.OrderBy(l => l.Text, StringComparer.Ordinal).Select(l => l.Text));
        Assert.True(kept.Single(l => l.Text == "trouble").IsStdErr);

        App.Services.GetRequiredService<ResourceLoggerService>().Write("first", "later", isError: false);

        Assert.Equal(3, (await LinesAsync(follow: true, until: 3)).Count);
    }

    [Fact]
    public async Task A_command_is_run_and_its_failure_told()
    {
        var failed = await Client.ExecuteResourceCommandAsync(new ResourceCommandRequest { ResourceName = "first", CommandName = "reset" }, WithKey);
        Assert.Equal((ResourceCommandResponseKind.Failed, "It is locked."), (failed.Kind, failed.ErrorMessage));

        var done = await Client.ExecuteResourceCommandAsync(
            new ResourceCommandRequest { ResourceName = "first", CommandName = KnownResourceCommands.StopCommand }, WithKey);
        Assert.Equal(ResourceCommandResponseKind.Succeeded, done.Kind);
        Assert.Equal(KnownResourceStates.Exited, App.Snapshot("first").State!.Text);
    }

    [Fact]
    public async Task A_command_with_a_key_of_the_run_wants_it_back()
    {
        using var call = Client.WatchResources(new WatchResourcesRequest(), WithKey);
        await call.ResponseStream.MoveNext(Cancellation);
        var offered = call.ResponseStream.Current.InitialData.Resources.Single(r => r.Name == "first").Commands.Single(c => c.Name == "empty");
        var request = new ResourceCommandRequest { ResourceName = "first", CommandName = "empty" };

        Assert.Equal(ResourceCommandResponseKind.Failed, (await Client.ExecuteResourceCommandAsync(request, WithKey)).Kind);
        request.Parameter = offered.Parameter;
        Assert.Equal(ResourceCommandResponseKind.Succeeded, (await Client.ExecuteResourceCommandAsync(request, WithKey)).Kind);
    }

    private async Task<List<ConsoleLogLine>> LinesAsync(bool follow, int until)
    {
        using var call = Client.WatchResourceConsoleLogs(new WatchResourceConsoleLogsRequest { ResourceName = "first", SuppressFollow = !follow }, WithKey);
        var lines = new List<ConsoleLogLine>();
        while (lines.Count < until && await call.ResponseStream.MoveNext(Cancellation))
            lines.AddRange(call.ResponseStream.Current.LogLines);
        return lines;
    }
}
