using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Balancer;
using Grpc.Net.Client.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Regio.ServiceDefaults.Grpc.Clients;

/// <summary>Clients of the other services of the suite.</summary>
public static class ServiceClients
{
    /// <summary>
    /// Adds a client of another service. Its addresses are those under <c>services:NAME:grpc</c>; calls go round them in
    /// turn. A call has a deadline, never past that of the call it is made for, and carries the token of who asked for it.
    /// What is safe to repeat is tried again where a server is away.
    /// </summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="builder">The service being built.</param>
    /// <param name="service">Resource name of the other service, such as <c>municipalities</c>.</param>
    public static IHostApplicationBuilder AddServiceClient<TClient>(this IHostApplicationBuilder builder, string service)
        where TClient : ClientBase<TClient> => builder.AddServiceClient<TClient>(typeof(TClient).FullName!, service);

    /// <summary>
    /// Adds a client by name, for an rpc that several services have. GrpcClientFactory makes it.
    /// </summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="builder">The service being built.</param>
    /// <param name="name">Name under which the factory knows the client.</param>
    /// <param name="service">Resource name of the other service.</param>
    public static IHostApplicationBuilder AddServiceClient<TClient>(this IHostApplicationBuilder builder, string name, string service)
        where TClient : ClientBase<TClient>
    {
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<ServiceClientOptions>().BindConfiguration(ServiceClientOptions.Section)
            .Validate(options => options.AreWhole, "Times and the number of attempts of clients must be above zero.")
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ResolverFactory, ServiceResolverFactory>());
        services.TryAddSingleton<OutgoingCalls>();

        services.AddGrpcClient<TClient>(name, options => options.Address = new Uri($"{ServiceResolverFactory.Scheme}:///{service}"))
            .ConfigureChannel((provider, channel) => Configure<TClient>(provider, channel, service))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                EnableMultipleHttp2Connections = true,
                ConnectTimeout = TimeSpan.FromSeconds(2),
                KeepAlivePingDelay = TimeSpan.FromSeconds(30),
                KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
            })
            .AddHttpMessageHandler(() => new ClosedConnections())
            .RemoveAllLoggers()
            .AddInterceptor(provider => provider.GetRequiredService<OutgoingCalls>());
        return builder;
    }

    private static void Configure<TClient>(IServiceProvider provider, GrpcChannelOptions channel, string service)
    {
        var options = provider.GetRequiredService<Microsoft.Extensions.Options.IOptions<ServiceClientOptions>>().Value;
        channel.Credentials = ServiceAddresses.AreEncrypted(provider.GetRequiredService<IConfiguration>(), service)
            ? ChannelCredentials.SecureSsl
            : ChannelCredentials.Insecure;
        channel.ServiceProvider = provider;
        channel.ServiceConfig = new ServiceConfig
        {
            LoadBalancingConfigs = { new RoundRobinConfig() },
            MethodConfigs = { Retries(RepeatableMethods.Of(typeof(TClient)), options) },
        };
    }

    private static MethodConfig Retries(IEnumerable<MethodName> methods, ServiceClientOptions options)
    {
        var config = new MethodConfig
        {
            RetryPolicy = new RetryPolicy
            {
                MaxAttempts = options.MaxAttempts,
                InitialBackoff = options.FirstPause,
                MaxBackoff = options.LongestPause,
                BackoffMultiplier = 2,
                RetryableStatusCodes = { StatusCode.Unavailable },
            },
        };
        foreach (var method in methods)
            config.Names.Add(method);
        return config;
    }
}
