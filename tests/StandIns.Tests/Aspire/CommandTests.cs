using System.Net;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;
using Aspire.Hosting.Testing;

namespace Regio.StandIns.Tests.AppHosting;

public sealed class CommandTests
{
    private static readonly string Start = KnownResourceCommands.StartCommand;
    private static readonly string Stop = KnownResourceCommands.StopCommand;
    private static readonly string Restart = KnownResourceCommands.RestartCommand;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Starting", ResourceCommandState.Disabled, ResourceCommandState.Hidden, ResourceCommandState.Disabled)]
    [InlineData("Stopping", ResourceCommandState.Hidden, ResourceCommandState.Disabled, ResourceCommandState.Disabled)]
    [InlineData("Running", ResourceCommandState.Hidden, ResourceCommandState.Enabled, ResourceCommandState.Enabled)]
    [InlineData("Exited", ResourceCommandState.Enabled, ResourceCommandState.Hidden, ResourceCommandState.Disabled)]
    [InlineData("Finished", ResourceCommandState.Enabled, ResourceCommandState.Hidden, ResourceCommandState.Disabled)]
    [InlineData("FailedToStart", ResourceCommandState.Enabled, ResourceCommandState.Hidden, ResourceCommandState.Disabled)]
    [InlineData("NotStarted", ResourceCommandState.Enabled, ResourceCommandState.Hidden, ResourceCommandState.Disabled)]
    [InlineData("Waiting", ResourceCommandState.Enabled, ResourceCommandState.Hidden, ResourceCommandState.Disabled)]
    [InlineData("RuntimeUnhealthy", ResourceCommandState.Disabled, ResourceCommandState.Hidden, ResourceCommandState.Disabled)]
    [InlineData(null, ResourceCommandState.Disabled, ResourceCommandState.Hidden, ResourceCommandState.Disabled)]
    public void Start_stop_and_restart_are_offered_where_they_make_sense(
        string? state, ResourceCommandState start, ResourceCommandState stop, ResourceCommandState restart)
    {
        var snapshot = new CustomResourceSnapshot { ResourceType = "Executable", Properties = [], State = state };

        Assert.Equal(
            (start, stop, restart),
            (LifeCycleCommands.StartState(snapshot), LifeCycleCommands.StopState(snapshot), LifeCycleCommands.RestartState(snapshot)));
    }

    [Fact]
    public async Task A_resource_is_stopped_started_and_restarted_by_its_commands()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddExecutable("sleeper", "sleep", ".", "1000");
        await using var app = await RunningHost.StartAsync(builder);
        var first = await app.UntilAsync("sleeper", KnownResourceStates.Running);

        Assert.True((await app.ResourceCommands.ExecuteCommandAsync("sleeper", Stop, Cancellation)).Success);
        var stopped = app.Snapshot("sleeper");
        Assert.Equal(KnownResourceStates.Exited, stopped.State!.Text);
        Assert.NotNull(stopped.StopTimeStamp);
        Assert.Null(Native.StartTimeOf(first.ProcessId()));
        Assert.Equal(ResourceCommandState.Enabled, stopped.StateOf(Start));

        Assert.True((await app.ResourceCommands.ExecuteCommandAsync("sleeper", Start, Cancellation)).Success);
        var second = await app.UntilAsync("sleeper", KnownResourceStates.Running);
        Assert.Null(second.StopTimeStamp);

        Assert.True((await app.ResourceCommands.ExecuteCommandAsync("sleeper", Restart, Cancellation)).Success);
        var third = await app.UntilAsync("sleeper", KnownResourceStates.Running);
        Assert.Equal(3, new[] { first, second, third }.Select(s => s.ProcessId()).Distinct().Count());
    }

    [Fact]
    public async Task A_command_that_is_disabled_is_refused_with_the_state_of_the_resource()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddExecutable("quick", "true", ".");
        await using var app = await RunningHost.StartAsync(builder);
        await app.UntilAsync("quick", KnownResourceStates.Finished);

        var refused = await app.ResourceCommands.ExecuteCommandAsync("quick", Restart, Cancellation);

        Assert.Equal("The command 'Restart' is not to be had while resource 'quick' is in state Finished.", refused.ErrorMessage);
    }

    [Fact]
    public async Task A_resource_with_explicit_start_waits_for_a_person_and_so_does_who_waits_for_it()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        var optional = builder.AddExecutable("optional", "sleep", ".", "1000").WithExplicitStart();
        builder.AddExecutable("after", "sleep", ".", "1000").WaitFor(optional);
        await using var app = await RunningHost.StartAsync(builder);
        await app.UntilAsync("after", KnownResourceStates.Waiting);
        Assert.Equal(KnownResourceStates.NotStarted, app.Snapshot("optional").State!.Text);

        await app.ResourceCommands.ExecuteCommandAsync(optional.Resource, Start, Cancellation);

        await app.UntilAsync("optional", KnownResourceStates.Running);
        await app.UntilAsync("after", KnownResourceStates.Running);
    }

    [Fact]
    public async Task With_a_dashboard_who_waits_for_something_that_was_stopped_waits_until_somebody_starts_it()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create([], (options, _) => options.DisableDashboard = false);
        var needed = builder.AddExecutable("needed", "sleep", ".", "1000");
        builder.AddExecutable("after", "sleep", ".", "1000").WaitFor(needed);
        await using var app = await RunningHost.StartAsync(builder);
        await app.UntilAsync("after", KnownResourceStates.Running);
        await app.ResourceCommands.ExecuteCommandAsync("after", Stop, Cancellation);
        await app.ResourceCommands.ExecuteCommandAsync("needed", Stop, Cancellation);

        await app.ResourceCommands.ExecuteCommandAsync("after", Start, Cancellation);
        await app.UntilAsync("after", KnownResourceStates.Waiting);
        await app.ResourceCommands.ExecuteCommandAsync("needed", Start, Cancellation);

        await app.UntilAsync("after", KnownResourceStates.Running);
    }

    [Fact]
    public async Task Starting_what_waits_starts_it_without_its_dependency()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        var never = builder.AddExecutable("never", "sleep", ".", "1000").WithExplicitStart();
        builder.AddExecutable("after", "sleep", ".", "1000").WaitFor(never);
        await using var app = await RunningHost.StartAsync(builder);
        await app.UntilAsync("after", KnownResourceStates.Waiting);

        await app.ResourceCommands.ExecuteCommandAsync("after", Start, Cancellation);

        await app.UntilAsync("after", KnownResourceStates.Running);
    }

    [Fact]
    public async Task A_command_of_the_app_host_gets_the_instance_and_shows_its_failure_in_the_log()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddExecutable("tool", "sleep", ".", "1000")
            .WithCommand("greet", "Greet", c => Task.FromResult(c.ResourceName == "tool" ? CommandResults.Success() : CommandResults.Failure()))
            .WithCommand("break", "Break", _ => throw new InvalidOperationException("The lever is stuck."), new CommandOptions
            {
                Description = "Breaks it.",
                ConfirmationMessage = "Sure?",
                IconName = "Delete",
                IsHighlighted = true,
            });
        await using var app = await RunningHost.StartAsync(builder);
        var running = await app.UntilAsync("tool", KnownResourceStates.Running);

        var greeted = await app.ResourceCommands.ExecuteCommandAsync("tool", "greet", Cancellation);
        var broken = await app.ResourceCommands.ExecuteCommandAsync("tool", "break", Cancellation);
        var unknown = await app.ResourceCommands.ExecuteCommandAsync("tool", "fly", Cancellation);

        Assert.True(greeted.Success);
        Assert.Equal("The lever is stuck.", broken.ErrorMessage);
        Assert.Equal("Resource 'tool' has no command 'fly'.", unknown.ErrorMessage);
        await app.UntilSaidAsync("tool", "Command 'Break' has failed: The lever is stuck.");
        var shown = running.Commands.Single(c => c.Name == "break");
        Assert.Equal(("Break", "Breaks it.", "Sure?", "Delete", true), (shown.DisplayName, shown.DisplayDescription, shown.ConfirmationMessage, shown.IconName, shown.IsHighlighted));
    }

    [Fact]
    public async Task An_http_command_posts_to_the_endpoint_and_takes_its_answer_as_the_result()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddProject<Projects.SampleService>("sample").WithHttpEndpoint().WithHttpHealthCheck("/health")
            .WithHttpCommand("/note?text=hello", "Note", commandName: "note", commandOptions: new HttpCommandOptions
            {
                PrepareRequest = context =>
                {
                    context.Request.Headers.Add("X-Key", "of this run");
                    return Task.CompletedTask;
                },
            })
            .WithHttpCommand("/nowhere", "Nowhere", commandName: "nowhere")
            .WithHttpCommand("/health", "Look", commandName: "look", commandOptions: new HttpCommandOptions
            {
                Method = HttpMethod.Get,
                GetCommandResult = async context =>
                    await context.Response.Content.ReadAsStringAsync(context.CancellationToken) == "Healthy" ? CommandResults.Success() : CommandResults.Failure("ill"),
            });
        await using var app = await RunningHost.StartAsync(builder);
        await app.ResourceNotifications.WaitForResourceHealthyAsync("sample", Cancellation);

        Assert.True((await app.ResourceCommands.ExecuteCommandAsync("sample", "note", Cancellation)).Success);
        Assert.True((await app.ResourceCommands.ExecuteCommandAsync("sample", "look", Cancellation)).Success);
        var missing = await app.ResourceCommands.ExecuteCommandAsync("sample", "nowhere", Cancellation);
        Assert.EndsWith($"/nowhere answered {(int)HttpStatusCode.NotFound}.", missing.ErrorMessage, StringComparison.Ordinal);
        await app.UntilSaidAsync("sample", "noted hello with key of this run");
    }
}
