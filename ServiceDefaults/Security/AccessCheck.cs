using Microsoft.Extensions.Hosting;
using Regio.ServiceDefaults.Hosting;
using Regio.ServiceDefaults.Grpc;

namespace Regio.ServiceDefaults.Security;

/// <summary>Refuses to start a service that has an rpc without a declared policy. Runs before anything listens.</summary>
internal sealed class AccessCheck(MappedEndpoints endpoints, AccessPolicies policies) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        var faults = policies.Faults.Concat(endpoints.GrpcMethods()
            .Where(endpoint => !InfrastructureServices.IsType(endpoint.Method.ServiceType))
            .Select(endpoint => Fault(endpoint.Method.Method.FullName, endpoint.Policy))
            .OfType<string>()).ToList();
        return faults.Count == 0
            ? Task.CompletedTask
            : throw new InvalidOperationException($"The service does not start: {string.Join(' ', faults)}");
    }

    private string? Fault(string method, PolicyAttribute? policy) => policy switch
    {
        null => $"{method} has no policy.",
        _ when policies.Find(policy.Name) is null => $"{method} names the policy {policy.Name}, which is not declared.",
        _ => null,
    };

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
