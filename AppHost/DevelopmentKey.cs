using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Regio.AppHost;

/// <summary>The key that signs development tokens: made for each run, its private part never leaves the state directory.</summary>
internal sealed class DevelopmentKey : IDisposable
{
    public const string Issuer = "regio-development";
    public const string Audience = "regio";

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>SubjectPublicKeyInfo (DER) in base64, one line, as the services take it.</summary>
    public string PublicKey => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    public Task WriteAsync(string path, CancellationToken cancellationToken) =>
        StateFiles.ReplaceAsync(path, key.ExportPkcs8PrivateKeyPem() + "\n", cancellationToken);

    /// <summary>A token for what a service does on its own account, as long as this run can last.</summary>
    public string TokenFor(string service) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = Audience,
        Expires = TimeProvider.System.GetUtcNow().AddYears(1).UtcDateTime,
        Claims = new Dictionary<string, object> { ["sub"] = service, ["role"] = "service" },
        SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(key), SecurityAlgorithms.EcdsaSha256),
    });

    public void Dispose() => key.Dispose();
}
