using System.Threading.RateLimiting;
using Grpc.Core;
using Microsoft.Extensions.Options;
using Regio.ServiceDefaults.Security;

namespace Regio.ServiceDefaults.Grpc;

/// <summary>
/// Bounds how many calls one caller has open, watches included, so that nobody takes the service from the others by
/// opening more connections.
/// </summary>
internal sealed class CallLimit(IOptions<GrpcLimits> limits) : IDisposable
{
    private readonly PartitionedRateLimiter<Caller> _limiter = PartitionedRateLimiter.Create<Caller, string>(caller =>
        RateLimitPartition.GetConcurrencyLimiter(caller.Subject, _ => new ConcurrencyLimiterOptions
        {
            PermitLimit = limits.Value.MaxCallsPerCaller,
            QueueLimit = 0,
        }));

    /// <summary>Counts the call until what it returns is disposed of.</summary>
    /// <exception cref="TooManyCallsException">The caller has as many calls open as it may.</exception>
    public RateLimitLease Enter(ServerCallContext context)
    {
        var lease = _limiter.AttemptAcquire(context.GetCaller());
        return lease.IsAcquired ? lease : throw new TooManyCallsException(limits.Value.MaxCallsPerCaller);
    }

    public void Dispose() => _limiter.Dispose();
}

/// <summary>A caller has too many calls open.</summary>
internal sealed class TooManyCallsException(int limit) : Exception
{
    public int Limit => limit;
}
