using System.Net.Http.Json;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Regio.StandIns.Tests.AppHosting;

public sealed class SnapshotTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Replicas_are_instances_with_their_own_id_ports_log_and_state()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        var sample = builder.AddProject<Projects.SampleService>("sample").WithHttpEndpoint().WithHttpHealthCheck("/health").WithReplicas(2);
        builder.AddProject<Projects.SampleService>("caller").WithHttpEndpoint().WithHttpHealthCheck("/health").WithReference(sample).WaitFor(sample);
        await using var app = await RunningHost.StartAsync(builder);
        await app.ResourceNotifications.WaitForResourceHealthyAsync("caller", Cancellation);

        var (one, two) = (app.Snapshot("sample-1"), app.Snapshot("sample-2"));
        Assert.NotEqual(one.ProcessId(), two.ProcessId());
        var addresses = new[] { one, two }.Select(s => s.Urls.Single().Url).ToArray();
        Assert.NotEqual(addresses[0], addresses[1]);
        using var client = app.CreateHttpClient("caller");
        var environment = await client.GetFromJsonAsync<Dictionary<string, string>>("/environment", Cancellation);
        Assert.Equal((addresses[0], addresses[1]), (environment!["services__sample__http__0"], environment["services__sample__http__1"]));
        foreach (var (address, id) in addresses.Zip(["sample-1", "sample-2"]))
        {
            var own = await client.GetFromJsonAsync<Dictionary<string, string>>(new Uri(new Uri(address), "/environment"), Cancellation);
            Assert.Equal(address, own!["ASPNETCORE_URLS"]);
            await app.UntilSaidAsync(id, address);
        }

        await app.ResourceCommands.ExecuteCommandAsync("sample-2", KnownResourceCommands.StopCommand, Cancellation);
        Assert.Equal(KnownResourceStates.Running, app.Snapshot("sample-1").State!.Text);
        Assert.Equal(KnownResourceStates.Exited, app.Snapshot("sample-2").State!.Text);
    }

    [Fact]
    public async Task A_replica_that_would_take_the_name_of_another_resource_is_refused()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddProject<Projects.SampleService>("sample").WithReplicas(2);
        builder.AddExecutable("sample-2", "sleep", ".", "1000");
        await using var app = await builder.BuildAsync(Cancellation);

        var refused = await Assert.ThrowsAsync<DistributedApplicationException>(() => app.StartAsync(Cancellation));

        Assert.Contains("'sample-2'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_environment_tells_which_values_hold_a_secret()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        var secret = builder.AddParameter("password", "p4ss", secret: true);
        var open = builder.AddParameter("level", "high");
        builder.AddExecutable("tool", "sleep", ".", "1000")
            .WithEnvironment("SECRET", secret)
            .WithEnvironment("WITHIN", ReferenceExpression.Create($"user={open};password={secret}"))
            .WithEnvironment("OPEN", open)
            .WithEnvironment("PLAIN", "text");
        await using var app = await RunningHost.StartAsync(builder);

        var variables = (await app.UntilAsync("tool", KnownResourceStates.Running)).EnvironmentVariables.ToDictionary(v => v.Name, StringComparer.Ordinal);

        Assert.Equal("user=high;password=p4ss", variables["WITHIN"].Value);
        Assert.Equal(
            [true, true, false, false],
            ((string[])["SECRET", "WITHIN", "OPEN", "PLAIN"]).Select(name => variables[name].IsSecret));
    }

    [Fact]
    public async Task Relationships_tell_references_waits_and_parents()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        var level = builder.AddParameter("level", "high");
        var first = builder.AddExecutable("first", "sleep", ".", "1000");
        builder.AddExecutable("second", "sleep", ".", "1000").WaitForStart(first).WithParentRelationship(first).WithEnvironment("LEVEL", level);
        await using var app = await RunningHost.StartAsync(builder);

        var relationships = (await app.UntilAsync("second", KnownResourceStates.Running)).Relationships;

        Assert.Equivalent(
            new[] { new RelationshipSnapshot("first", "WaitFor"), new RelationshipSnapshot("first", "Parent"), new RelationshipSnapshot("level", "Reference") },
            relationships,
            strict: true);
    }

    [Fact]
    public async Task Addresses_are_shown_as_the_model_says()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create("--DcpPublisher:RandomizePorts=false");
        builder.AddExecutable("web", "sleep", ".", "1000").WithHttpEndpoint(port: 19_877, name: "site").WithHttpEndpoint(port: 19_878, name: "inside")
            .WithUrlForEndpoint("site", url => (url.Url, url.DisplayText) = ("/start", "Start page"))
            .WithUrlForEndpoint("inside", url => url.DisplayLocation = UrlDisplayLocation.DetailsOnly)
            .WithUrlForEndpoint("site", endpoint => new ResourceUrlAnnotation { Url = endpoint.Url + "/admin", DisplayText = "Admin", DisplayOrder = 10 })
            .WithUrl("https://example.org/docs", "Handbook");
        await using var app = await RunningHost.StartAsync(builder);

        var urls = (await app.UntilAsync("web", KnownResourceStates.Running)).Urls;

        Assert.Equal(
            [
                ("site", "http://127.0.0.1:19877/admin", "Admin", false),
                ("site", "http://127.0.0.1:19877/start", "Start page", false),
                ("inside", "http://127.0.0.1:19878", "", true),
                (null, "https://example.org/docs", "Handbook", false),
            ],
            urls.Select(u => ((string?)u.Name, u.Url, u.DisplayProperties.DisplayName, u.IsInternal)));
        Assert.DoesNotContain(urls, u => u.IsInactive);
    }

    [Fact]
    public async Task A_snapshot_tells_process_health_and_times()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddProject<Projects.SampleService>("sample").WithHttpEndpoint().WithHttpHealthCheck("/health").WithArgs("one");
        await using var app = await RunningHost.StartAsync(builder);
        await app.ResourceNotifications.WaitForResourceHealthyAsync("sample", Cancellation);

        var snapshot = app.Snapshot("sample");

        Assert.EndsWith("SampleService.csproj", (string)snapshot.Property("project.path")!, StringComparison.Ordinal);
        Assert.Equal(["one"], (string[])snapshot.Property("executable.args")!);
        Assert.NotNull(snapshot.Property("executable.path"));
        Assert.NotNull(snapshot.Property("executable.workDir"));
        Assert.True(snapshot.CreationTimeStamp <= snapshot.StartTimeStamp);
        var report = Assert.Single(snapshot.HealthReports);
        Assert.NotNull(report.LastRunAt);
        Assert.Equal(KnownResourceStateStyles.Success, snapshot.State!.Style);
    }

    [Fact]
    public async Task Logs_are_bounded_numbered_and_read_at_once_or_followed()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        await using var app = await builder.BuildAsync(Cancellation);
        var loggers = app.Services.GetRequiredService<ResourceLoggerService>();
        for (var i = 1; i <= ResourceLog.BacklogLines + 5; i++)
            loggers.Write("tool", $"line {i}", isError: i % 2 == 0);

        var kept = new List<LogLine>();
        await foreach (var lines in loggers.GetAllAsync("tool").WithCancellation(Cancellation))
            kept.AddRange(lines);

        Assert.Equal(ResourceLog.BacklogLines, kept.Count);
        Assert.Equal(new LogLine(6, "line 6", IsErrorMessage: true), kept[0]);
        loggers.Complete("tool");
        var followed = 0;
        await foreach (var lines in loggers.WatchAsync("tool").WithCancellation(Cancellation))
            followed += lines.Count;
        Assert.Equal(ResourceLog.BacklogLines, followed);
    }
}
