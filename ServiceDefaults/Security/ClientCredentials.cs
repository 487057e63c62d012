using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Regio.ServiceDefaults.Security;

/// <summary>As whom the service asks the issuer for tokens. Bound from <c>Authentication:Client</c>.</summary>
internal sealed record ClientRegistration
{
    public string Id { get; init; } = "";

    public string Secret { get; init; } = "";

    /// <summary>What to ask for, where the issuer wants it said.</summary>
    public string? Scope { get; init; }
}

/// <summary>
/// Tokens by the client-credentials grant (RFC 6749, section 4.4) from the issuer whose tokens are believed here. One token serves
/// until shortly before it expires; of the calls that then need a new one, one fetches it. While the issuer is away,
/// the token at hand does as long as it is valid.
/// </summary>
internal sealed class ClientCredentials(
    HttpClient http,
    IConfigurationManager<OpenIdConnectConfiguration> issuer,
    ClientRegistration client,
    TimeProvider time,
    ILogger<ClientCredentials> logger) : IServiceTokens, IDisposable
{
    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan UnknownLifetime = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _fetching = new(1, 1);
    private volatile Held? _held;

    public ValueTask<string> GetAsync(CancellationToken ct) =>
        _held is { } held && time.GetUtcNow() < held.RenewAt ? ValueTask.FromResult(held.Token) : new(RenewAsync(ct));

    public void Forget(string token)
    {
        if (_held is { } held && held.Token == token)
            Interlocked.CompareExchange(ref _held, null, held);
    }

    public void Dispose()
    {
        _fetching.Dispose();
        http.Dispose();
    }

    private async Task<string> RenewAsync(CancellationToken ct)
    {
        await _fetching.WaitAsync(ct);
        try
        {
            if (_held is { } fetched && time.GetUtcNow() < fetched.RenewAt)
                return fetched.Token;
            _held = await FetchAsync(ct);
            return _held.Token;
        }
        catch (HttpRequestException exception) when (_held is { } held && time.GetUtcNow() < held.ExpiresAt)
        {
            logger.LogWarning("No new service token: {Fault} The one at hand is used until {ExpiresAt}.", exception.Message, held.ExpiresAt);
            return held.Token;
        }
        finally
        {
            _fetching.Release();
        }
    }

    private async Task<Held> FetchAsync(CancellationToken ct)
    {
        var asked = time.GetUtcNow();
        using var request = new HttpRequestMessage(HttpMethod.Post, await EndpointAsync(ct))
        {
            Content = new FormUrlEncodedContent(Form()),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(client.Id)}:{Uri.EscapeDataString(client.Secret)}")));
        try
        {
            using var response = await http.SendAsync(request, ct);
            if (!response.IsSuccessStatusCode)
                throw new HttpRequestException($"The issuer gives the client {client.Id} no token: it answered {(int)response.StatusCode}.");
            if (await response.Content.ReadFromJsonAsync<Answer>(ct) is { AccessToken: { Length: > 0 } token } answer)
                return Hold(token, asked, answer.ExpiresIn is { } seconds ? TimeSpan.FromSeconds(seconds) : UnknownLifetime);
            throw new HttpRequestException("The issuer answered without a token.");
        }
        catch (Exception exception) when (exception is JsonException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            throw new HttpRequestException("The issuer's answer cannot be used.", exception);
        }
    }

    private async Task<Uri> EndpointAsync(CancellationToken ct)
    {
        try
        {
            return new Uri((await issuer.GetConfigurationAsync(ct)).TokenEndpoint);
        }
        catch (Exception exception) when (exception is InvalidOperationException or UriFormatException or ArgumentNullException)
        {
            throw new HttpRequestException("The issuer does not say where it gives tokens.", exception);
        }
    }

    private IEnumerable<KeyValuePair<string, string>> Form()
    {
        yield return new("grant_type", "client_credentials");
        if (client.Scope is { Length: > 0 } scope)
            yield return new("scope", scope);
    }

    // Early enough for the longest call that is made with it, and not all of a short life.
    private static Held Hold(string token, DateTimeOffset from, TimeSpan lifetime)
    {
        var margin = lifetime / 5 < LongestMargin ? lifetime / 5 : LongestMargin;
        return new Held(token, from + lifetime - margin, from + lifetime);
    }

    private sealed record Held(string Token, DateTimeOffset RenewAt, DateTimeOffset ExpiresAt);

    private sealed record Answer(
        [property: JsonPropertyName("access_token")] string? AccessToken,
        [property: JsonPropertyName("expires_in")] double? ExpiresIn);
}
