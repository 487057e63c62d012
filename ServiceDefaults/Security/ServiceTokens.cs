namespace Regio.ServiceDefaults.Security;

/// <summary>
/// The token under which this service acts on its own account: in consumers and timers, where there is no caller
/// whose token could be passed on.
/// </summary>
internal interface IServiceTokens
{
    /// <summary>A token that is valid now.</summary>
    /// <exception cref="HttpRequestException">The issuer cannot be reached, or gives none.</exception>
    ValueTask<string> GetAsync(CancellationToken ct);

    /// <summary>Says that a token was not believed, so that the next one is a new one.</summary>
    void Forget(string token);
}

/// <summary>The token that the app host signed for this service with the key of its run; for development alone.</summary>
internal sealed class DevelopmentServiceToken(string token) : IServiceTokens
{
    public ValueTask<string> GetAsync(CancellationToken ct) => ValueTask.FromResult(token);

    public void Forget(string token)
    {
    }
}
