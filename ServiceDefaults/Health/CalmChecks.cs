using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using OpenTelemetry;

namespace Regio.ServiceDefaults.Health;

/// <summary>
/// However often somebody asks, a check runs once a second at most, for three seconds at most, one at a time, and leaves no spans.
/// </summary>
internal sealed class CalmChecks(TimeProvider time) : IPostConfigureOptions<HealthCheckServiceOptions>
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    public void PostConfigure(string? name, HealthCheckServiceOptions options)
    {
        foreach (var registration in options.Registrations)
        {
            var (inner, memory) = (registration.Factory, new CheckMemory(time));
            registration.Factory = services => new CalmCheck(inner(services), memory);
            if (registration.Timeout == Timeout.InfiniteTimeSpan || registration.Timeout > Longest)
                registration.Timeout = Longest;
        }
    }

    private sealed class CalmCheck(IHealthCheck inner, CheckMemory memory) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            memory.RecallAsync(() => RunAsync(context, cancellationToken), cancellationToken);

        private async Task<HealthCheckResult> RunAsync(HealthCheckContext context, CancellationToken cancellationToken)
        {
            using var quiet = SuppressInstrumentationScope.Begin();
            try
            {
                return await inner.CheckHealthAsync(context, cancellationToken).WaitAsync(cancellationToken);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                return new HealthCheckResult(context.Registration.FailureStatus, exception.GetType().Name);
            }
        }
    }

    [SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle nobody asks for holds nothing to dispose of.")]
    private sealed class CheckMemory(TimeProvider time)
    {
        private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

        private readonly SemaphoreSlim _one = new(1);
        private HealthCheckResult _last;
        private DateTimeOffset _until;

        public async Task<HealthCheckResult> RecallAsync(Func<Task<HealthCheckResult>> run, CancellationToken cancellationToken)
        {
            await _one.WaitAsync(cancellationToken);
            try
            {
                if (time.GetUtcNow() < _until)
                    return _last;
                _last = await run();
                _until = time.GetUtcNow() + Freshness;
                return _last;
            }
            finally
            {
                _one.Release();
            }
        }
    }
}
