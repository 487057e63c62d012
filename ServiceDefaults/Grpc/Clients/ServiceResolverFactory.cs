using Grpc.Core;
using Grpc.Net.Client.Balancer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Regio.ServiceDefaults.Grpc.Clients;

/// <summary>Resolves <c>services:///name</c> to the addresses that the configuration has for that service.</summary>
internal sealed class ServiceResolverFactory(IConfiguration configuration) : ResolverFactory
{
    public const string Scheme = "services";

    public override string Name => Scheme;

    public override Resolver Create(ResolverOptions options) => new ServiceResolver(
        configuration, options.Address.AbsolutePath.Trim('/'), options.LoggerFactory);

    /// <summary>Looks again when a connection is lost, and when the configuration is loaded anew.</summary>
    private sealed class ServiceResolver(IConfiguration configuration, string service, ILoggerFactory loggers) : PollingResolver(loggers)
    {
        private IDisposable? _changes;

        protected override void OnStarted() => _changes = ChangeToken.OnChange(configuration.GetReloadToken, Refresh);

        protected override Task ResolveAsync(CancellationToken cancellationToken)
        {
            var addresses = ServiceAddresses.Of(configuration, service).Select(uri => new BalancerAddress(uri.Host, uri.Port)).ToList();
            Listener(addresses.Count > 0
                ? ResolverResult.ForResult(addresses)
                : ResolverResult.ForFailure(new Status(StatusCode.Unavailable, $"services:{service}:grpc holds no address.")));
            return Task.CompletedTask;
        }

        protected override void Dispose(bool disposing)
        {
            _changes?.Dispose();
            base.Dispose(disposing);
        }
    }
}
