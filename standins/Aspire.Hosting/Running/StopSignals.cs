using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Running;

/// <summary>The first signal asks for an orderly stop; a second one ends the host at once, and the guard ends the children.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly PosixSignalRegistration[] registrations;
    private int received;

    public StopSignals(IHostApplicationLifetime lifetime)
    {
        registrations = [.. ((PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT]).Select(Register)];

        PosixSignalRegistration Register(PosixSignal signal) => PosixSignalRegistration.Create(signal, context =>
        {
            if (Interlocked.Increment(ref received) > 1)
                return;
            context.Cancel = true;
            lifetime.StopApplication();
        });
    }

    public void Dispose()
    {
        foreach (var registration in registrations)
            registration.Dispose();
    }
}

/// <summary>Lets the host start and stop without listening to signals.</summary>
internal sealed class SilentLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
