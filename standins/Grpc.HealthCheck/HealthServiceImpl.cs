using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Grpc.Core;
using Grpc.Health.V1;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Grpc.HealthCheck;

/// <summary>Answers the standard health service from statuses that the program sets.</summary>
public class HealthServiceImpl : Health.V1.Health.HealthBase
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ServingStatus> _statuses = new(StringComparer.Ordinal);
    private readonly List<(string Service, ChannelWriter<ServingStatus> Statuses)> _watchers = [];

    public void SetStatus(string service, ServingStatus status)
    {
        lock (_lock)
        {
            if (_statuses.TryGetValue(service, out var known) && known == status)
                return;
            _statuses[service] = status;
            TellWatchers(service, status);
        }
    }

    public void ClearStatus(string service)
    {
        lock (_lock)
        {
            if (_statuses.Remove(service))
                TellWatchers(service, ServingStatus.ServiceUnknown);
        }
    }

    public void ClearAll()
    {
        lock (_lock)
        {
            foreach (var service in _statuses.Keys)
                TellWatchers(service, ServingStatus.ServiceUnknown);
            _statuses.Clear();
        }
    }

    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        var status = StatusOf(request.Service);
        if (status == ServingStatus.ServiceUnknown)
            throw new RpcException(new Status(StatusCode.NotFound, ""));
        return Task.FromResult(new HealthCheckResponse { Status = status });
    }

    public override async Task Watch(
        HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        try
        {
            await foreach (var status in WatchStatuses(request.Service, context.CancellationToken))
                await responseStream.WriteAsync(new HealthCheckResponse { Status = status }, context.CancellationToken);
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            // The caller has seen enough.
        }
    }

    internal async IAsyncEnumerable<ServingStatus> WatchStatuses(
        string service, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A watcher that reads slowly misses what is out of date anyway.
        var statuses = Channel.CreateBounded<ServingStatus>(
            new BoundedChannelOptions(5) { FullMode = BoundedChannelFullMode.DropOldest });
        var watcher = (service, statuses.Writer);
        lock (_lock)
        {
            _watchers.Add(watcher);
            statuses.Writer.TryWrite(StatusOf(service));
        }

        try
        {
            await foreach (var status in statuses.Reader.ReadAllAsync(cancellationToken))
                yield return status;
        }
        finally
        {
            lock (_lock)
                _watchers.Remove(watcher);
        }
    }

    private ServingStatus StatusOf(string service)
    {
        lock (_lock)
            return _statuses.GetValueOrDefault(service, ServingStatus.ServiceUnknown);
    }

    private void TellWatchers(string service, ServingStatus status)
    {
        foreach (var watcher in _watchers.Where(watcher => string.Equals(watcher.Service, service, StringComparison.Ordinal)))
            watcher.Statuses.TryWrite(status);
    }
}
