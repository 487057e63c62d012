using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Running;

/// <summary>How a resource becomes a process on this machine.</summary>
internal abstract class LaunchRecipe : IResourceAnnotation
{
    /// <summary>Long-lived processes are started again after a crash; a command that ends has done its work or failed.</summary>
    public virtual bool RestartsAfterCrash => true;

    /// <summary>What this machine lacks for it, said so that a person can act on it; null when nothing.</summary>
    public virtual string? FindProblem() => null;

    public abstract Task<ProcessSpec> PrepareAsync(LaunchContext context, CancellationToken cancellationToken);
}

internal sealed class LaunchContext(
    ResourceInstance instance, DistributedApplicationExecutionContext execution, ChildProcesses children, HostState state, PortAllocator ports, ILogger logger)
{
    private readonly List<int> ownPorts = [];
    private readonly List<ChildProcess> companions = [];

    public IResource Resource => instance.Resource;

    public DistributedApplicationExecutionContext Execution { get; } = execution;

    public HostState State { get; } = state;

    public ILogger Logger { get; } = logger;

    /// <summary>Values of the resource's environment, known once the process has been prepared.</summary>
    public IReadOnlyDictionary<string, DeclaredValue> DeclaredEnvironment { get; private set; } = new Dictionary<string, DeclaredValue>(StringComparer.Ordinal);

    public IReadOnlyList<DeclaredValue> DeclaredArguments { get; private set; } = [];

    /// <summary>Asks the model for what the resource shall find in its environment and get as arguments.</summary>
    public async Task<(Dictionary<string, string> Environment, string[] Arguments)> DeclareAsync(CancellationToken cancellationToken)
    {
        var secrets = await ModelSecrets.OfAsync(Execution.ServiceProvider.GetRequiredService<DistributedApplicationModel>(), cancellationToken);
        var environment = await DeclaredValues.EnvironmentAsync(Resource, Execution, Logger, cancellationToken);
        DeclaredEnvironment = environment.ToDictionary(e => e.Key, e => ModelSecrets.Mark(e.Value, secrets), StringComparer.Ordinal);
        DeclaredArguments = [.. (await DeclaredValues.ArgumentsAsync(Resource, Execution, Logger, cancellationToken)).Select(a => ModelSecrets.Mark(a, secrets))];
        return (
            DeclaredEnvironment.ToDictionary(e => e.Key, e => e.Value.Text, StringComparer.Ordinal),
            [.. DeclaredArguments.Select(a => a.Text)]);
    }

    public int TakePort(int? wanted, string purpose)
    {
        if (wanted is not { } port)
            port = ports.TakeFree();
        else if (!ports.TryTake(port))
            throw EndpointAllocation.Taken(port, Resource.Name, purpose);
        ownPorts.Add(port);
        return port;
    }

    public void ReleasePort(int port)
    {
        ports.Release(port);
        ownPorts.Remove(port);
    }

    public void ReleasePorts()
    {
        foreach (var port in ownPorts)
            ports.Release(port);
        ownPorts.Clear();
        foreach (var endpoint in Resource.Annotations.OfType<EndpointAnnotation>())
            ports.Release(endpoint.AllocatedTo(instance.Index)!.Port);
    }

    public Task RunAsync(ProcessSpec spec, CancellationToken cancellationToken) => children.RunAsync(instance.Id, spec, cancellationToken);

    public Task EndLeftoversInAsync(string folder, CancellationToken cancellationToken) => children.EndLeftoversInAsync(folder, cancellationToken);

    /// <summary>Starts a process that the main one needs beside it; it ends after the main one.</summary>
    public async Task StartCompanionAsync(ProcessSpec spec)
    {
        var companion = await children.StartAsync(instance.Id, spec, (line, isError) => Logger.Log(isError ? LogLevel.Error : LogLevel.Information, "{Line}", line));
        companions.Add(companion);
    }

    public async Task StopCompanionsAsync()
    {
        foreach (var companion in companions)
            await children.StopAsync(companion);
        companions.Clear();
    }
}
