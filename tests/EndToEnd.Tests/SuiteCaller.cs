using Grpc.Core;
using Regio.Cli.Tokens;

namespace Regio.EndToEnd.Tests;

/// <summary>Somebody who calls a suite with a token that its run has signed.</summary>
internal static class SuiteCaller
{
    public static Task<Metadata> AsAsync(string stateDirectory, string role) => AsAsync(stateDirectory, new TokenHolder(role));

    public static async Task<Metadata> AsAsync(string stateDirectory, TokenHolder holder)
    {
        var key = await File.ReadAllTextAsync(Path.Combine(stateDirectory, "development-signing-key.pem"));
        var token = DevelopmentToken.Create(key, holder, TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(10));
        return new Metadata { { "authorization", $"Bearer {token}" } };
    }
}
