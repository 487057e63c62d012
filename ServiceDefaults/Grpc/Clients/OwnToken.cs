using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Regio.ServiceDefaults.Security;

namespace Regio.ServiceDefaults.Grpc.Clients;

/// <summary>
/// Gives a call that nobody asked for the service's own token. A call on behalf of somebody goes as that somebody: with the
/// caller's token, and without any where the caller had none, since the rights of the service are not the caller's.
/// </summary>
internal sealed class OwnToken(IHttpContextAccessor http, IServiceTokens? tokens) : DelegatingHandler
{
    private const string StatusHeader = "grpc-status";
    private const string Unauthenticated = "16";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (tokens is null || http.HttpContext is not null || request.Headers.Authorization is not null)
            return await base.SendAsync(request, cancellationToken);

        var token = await TokenAsync(tokens, cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues(StatusHeader, out var status) && status.Contains(Unauthenticated))
            tokens.Forget(token);
        return response;
    }

    /// <summary>The gRPC client takes a connection that fails for UNAVAILABLE, and anything else for INTERNAL.</summary>
    private static async Task<string> TokenAsync(IServiceTokens tokens, CancellationToken ct)
    {
        try
        {
            return await tokens.GetAsync(ct);
        }
        catch (HttpRequestException exception)
        {
            throw new HttpRequestException(
                HttpRequestError.ConnectionError, "There is no token for work without a caller.", new IOException(exception.Message, exception));
        }
    }
}
