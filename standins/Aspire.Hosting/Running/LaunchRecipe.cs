using Aspire.Hosting.ApplicationModel;
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
    IResource resource, DistributedApplicationExecutionContext execution, ChildProcesses children, HostState state, PortAllocator ports, ILogger logger)
{
    private readonly List<int> ownPorts = [];
    private readonly List<ChildProcess> companions = [];

    public IResource Resource { get; } = resource;

    public DistributedApplicationExecutionContext Execution { get; } = execution;

    public HostState State { get; } = state;

    public ILogger Logger { get; } = logger;

    /// <summary>Values of the resource's environment, known once the process has been prepared.</summary>
    public IReadOnlyDictionary<string, string> DeclaredEnvironment { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

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
            ports.Release(endpoint.AllocatedEndpoint!.Port);
    }

    public Task RunAsync(ProcessSpec spec, CancellationToken cancellationToken) => children.RunAsync(Resource.Name, spec, cancellationToken);

    /// <summary>Starts a process that the main one needs beside it; it ends after the main one.</summary>
    public async Task StartCompanionAsync(ProcessSpec spec)
    {
        var companion = await children.StartAsync(Resource.Name, spec, (line, isError) => Logger.Log(isError ? LogLevel.Error : LogLevel.Information, "{Line}", line));
        companions.Add(companion);
    }

    public async Task StopCompanionsAsync()
    {
        foreach (var companion in companions)
            await children.StopAsync(companion);
        companions.Clear();
    }
}
