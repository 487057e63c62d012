using System.Collections.Concurrent;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Running;

/// <summary>Starts every resource in the order of the wait graph, in parallel where that allows, and stops them in reverse.</summary>
internal sealed class Orchestrator(
    DistributedApplicationModel model,
    DistributedApplicationExecutionContext execution,
    IDistributedApplicationEventing eventing,
    ResourceNotificationService notifications,
    ResourceLoggerService loggers,
    HealthCheckService healthChecks,
    IConfiguration configuration,
    IServiceProvider services,
    ChildProcesses children,
    DashboardConnection dashboard,
    HostState state,
    TimeProvider time) : IHostedService, IDisposable
{
    private readonly PortAllocator ports = new();
    private readonly Lock stopGate = new();
    private readonly ConcurrentDictionary<IResource, Lazy<Task>> stops = new();
    private readonly Dictionary<string, (IResource Resource, ResourceRun Run)> runs = new(StringComparer.OrdinalIgnoreCase);
    private LogFiles? logFiles;
    private Task? stopping;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await eventing.PublishAsync(new BeforeStartEvent(services, model), cancellationToken);
            WaitGraph.Check(model);
            CheckMachine();
            await CheckParametersAsync(cancellationToken);
            await children.OpenAsync(cancellationToken);
            logFiles = LogFiles.Open(state.LogDirectory, loggers);
            await AllocateEndpointsAsync(cancellationToken);
            await dashboard.OpenAsync(ports, cancellationToken);
            await CreateRunsAsync(cancellationToken);
            foreach (var (resource, run) in runs.Values)
            {
                if (!resource.HasAnnotationOfType<ExplicitStartupAnnotation>())
                    await run.StartAsync(cancellationToken);
            }

            await eventing.PublishAsync(new AfterResourcesCreatedEvent(services, model), cancellationToken);
        }
        catch
        {
            await StopAsync(CancellationToken.None);
            throw;
        }
    }

    /// <summary>Starts what is stopped; what waits still, waits no longer.</summary>
    public Task StartResourceAsync(string resourceId, CancellationToken cancellationToken) => RunOf(resourceId).StartAsync(cancellationToken);

    public Task StopResourceAsync(string resourceId, CancellationToken cancellationToken) =>
        RunOf(resourceId).StopAsync(forGood: false).WaitAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken)
    {
        // Host shutdown and disposal may both ask; children must be stopped once and awaited by both.
        lock (stopGate)
            return stopping ??= StopAllAsync();
    }

    public void Dispose()
    {
        ports.Dispose();
        foreach (var (_, run) in runs.Values)
            run.Dispose();
    }

    // Refused as a whole, an application has a model and no runs.
    private IEnumerable<IResource> Started => runs.Values.Select(run => run.Resource).Distinct();

    private async Task StopAllAsync()
    {
        await Task.WhenAll(Started.Select(StopAfterDependentsAsync));
        await dashboard.DisposeAsync();
        await children.DisposeAsync();
        if (logFiles is not null)
            await logFiles.DisposeAsync();
    }

    private Task StopAfterDependentsAsync(IResource resource) =>
        stops.GetOrAdd(resource, r => new Lazy<Task>(async () =>
        {
            await Task.WhenAll(Started.Where(other => WaitGraph.DependenciesOf(other).Contains(r)).Select(StopAfterDependentsAsync));
            await Task.WhenAll(runs.Values.Where(run => run.Resource == r).Select(run => run.Run.StopAsync(forGood: true)));
        })).Value;

    private ResourceRun RunOf(string resourceId) =>
        runs.TryGetValue(resourceId, out var known) ? known.Run : throw new DistributedApplicationException($"There is no resource '{resourceId}'.");

    private async Task CreateRunsAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var resource in model.Resources)
        {
            if (resource.HasAnnotationOfType<LaunchRecipe>())
                LifeCycleCommands.AddTo(resource);
            foreach (var instance in ResourceInstance.Of(resource))
            {
                if (!runs.TryAdd(instance.Id, (resource, NewRun(instance))))
                    throw new DistributedApplicationException($"A replica of resource '{resource.Name}' would have the name of resource '{instance.Id}'.");
                await notifications.PublishUpdateAsync(resource, instance.Id, s => s with { State = s.State ?? KnownResourceStates.NotStarted, CreationTimeStamp = now });
            }

            await eventing.PublishAsync(new InitializeResourceEvent(resource, eventing, loggers, notifications, services), cancellationToken);
        }
    }

    private ResourceRun NewRun(ResourceInstance instance)
    {
        var logger = loggers.GetLogger(instance.Id);
        var health = new HealthMonitor(instance, healthChecks, notifications, eventing, services, logger, time);
        return instance.Resource.Annotations.OfType<LaunchRecipe>().SingleOrDefault() is { } recipe
            ? new ProcessRun(instance, recipe, execution, children, state, ports, notifications, eventing, services, loggers, health, time)
            : new ModelOnlyRun(instance, notifications, health, execution, logger);
    }

    private void CheckMachine()
    {
        if (!OperatingSystem.IsLinux())
            throw new DistributedApplicationException("Without the official Aspire packages the app host runs on Linux only: it starts its children with setsid and setpriv.");

        var problems = model.Resources.SelectMany(r => r.Annotations.OfType<LaunchRecipe>()).Select(r => r.FindProblem()).OfType<string>().Distinct().ToArray();
        if (problems.Length > 0)
            throw new DistributedApplicationException(string.Join(Environment.NewLine, problems));
    }

    private async Task CheckParametersAsync(CancellationToken cancellationToken)
    {
        foreach (var parameter in model.Resources.OfType<ParameterResource>())
            await parameter.GetValueAsync(cancellationToken);
    }

    private async Task AllocateEndpointsAsync(CancellationToken cancellationToken)
    {
        EndpointAllocation.Allocate(model, ports, configuration.GetValue(EndpointAllocation.RandomizePortsKey, defaultValue: false));
        foreach (var resource in model.Resources.OfType<IResourceWithEndpoints>())
            await eventing.PublishAsync(new ResourceEndpointsAllocatedEvent(resource, services), cancellationToken);
        await eventing.PublishAsync(new AfterEndpointsAllocatedEvent(services, model), cancellationToken);
        foreach (var resource in model.Resources.OfType<IResourceWithConnectionString>())
            await eventing.PublishAsync(new ConnectionStringAvailableEvent(resource, services), cancellationToken);
    }
}
