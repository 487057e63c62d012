using Grpc.Core;
using Regio.Cli.Tokens;

namespace Regio.EndToEnd.Tests;

/// <summary>Somebody who calls a suite with a token that its run has signed.</summary>
internal static class SuiteCaller
{
    public static async Task<Metadata> AsAsync(string stateDirectory, string role)
    {
        var key = await File.ReadAllTextAsync(Path.Combine(stateDirectory, "development-signing-key.pem"));
        var token = DevelopmentToken.Create(key, new TokenHolder(role), TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(10));
        return new Metadata { { "authorization", $"Bearer {token}" } };
    }
}
