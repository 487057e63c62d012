using System.Security.Cryptography;

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

    public void Dispose() => key.Dispose();
}
