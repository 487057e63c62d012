using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Regio.Probe.V1;
using Regio.ServiceDefaults.Tests.Probe;

namespace Regio.ServiceDefaults.Tests.Security;

public sealed class TlsTests
{
    [Fact]
    public async Task Outside_development_the_service_speaks_TLS_with_the_certificate_of_its_settings()
    {
        var folder = Directory.CreateTempSubdirectory("regio-tls");
        try
        {
            var path = Path.Combine(folder.FullName, "service.pfx");
            using var certificate = SelfSigned();
            await File.WriteAllBytesAsync(path, certificate.Export(X509ContentType.Pfx, "secret"), TestContext.Current.CancellationToken);
            await using var host = await ProbeHost.StartAsync(
                new Dictionary<string, string?>
                {
                    ["Authentication:DevelopmentKey"] = "",
                    ["Authentication:Authority"] = "https://127.0.0.1:1/",
                    ["Kestrel:Endpoints:grpc:Url"] = "https://127.0.0.1:0",
                    ["Kestrel:Endpoints:grpc:Certificate:Path"] = path,
                    ["Kestrel:Endpoints:grpc:Certificate:Password"] = "secret",
                },
                environment: "Production");

            using var handler = new SocketsHttpHandler();
            handler.SslOptions.RemoteCertificateValidationCallback = (_, presented, _, _) => presented?.GetCertHashString() == certificate.GetCertHashString();
            using var channel = GrpcChannel.ForAddress(host.Running.GrpcAddress, new GrpcChannelOptions { HttpHandler = handler });
            var health = await new global::Grpc.Health.V1.Health.HealthClient(channel).CheckAsync(new HealthCheckRequest());
            var refusal = await Refusal.Of(new ProbeService.ProbeServiceClient(channel).AskAsync(new AskRequest()));

            Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, health.Status);
            Assert.Equal("TOKEN_MISSING", refusal.Reason);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=regio-test", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
