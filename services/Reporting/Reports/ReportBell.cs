namespace Regio.Reporting.Reports;

/// <summary>Wakes whoever makes reports.</summary>
internal sealed class ReportBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0);

    public void Ring() => _rung.Release();

    public async Task WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(_rung.WaitAsync(end.Token), Task.Delay(longest, time, end.Token));
        await end.CancelAsync();
    }

    public void Dispose() => _rung.Dispose();
}
