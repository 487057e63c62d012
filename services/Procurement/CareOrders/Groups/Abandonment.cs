namespace Regio.Procurement.CareOrders.Groups;

/// <summary>Ends work that is done for many when the last of them has given up, so that nothing goes on in the database for nobody.</summary>
internal sealed class Abandonment : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly List<CancellationTokenRegistration> _waiting;
    private int _left;

    /// <param name="gaveUp">One token for each of those who wait.</param>
    /// <param name="ct">Ends the work at once.</param>
    public Abandonment(IEnumerable<CancellationToken> gaveUp, CancellationToken ct)
    {
        _source = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var tokens = gaveUp.ToList();
        _left = tokens.Count;
        _waiting = tokens.ConvertAll(token => token.Register(GiveUp));
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        // Each waits for a call of it that is under way: after that nobody cancels any more.
        _waiting.ForEach(registration => registration.Dispose());
        _source.Dispose();
    }

    private void GiveUp()
    {
        if (Interlocked.Decrement(ref _left) == 0)
            _source.Cancel();
    }
}
