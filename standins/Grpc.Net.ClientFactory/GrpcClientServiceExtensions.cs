using Grpc.Net.ClientFactory;
using Grpc.Net.ClientFactory.Internal;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers gRPC clients.</summary>
public static class GrpcClientServiceExtensions
{
    public static IHttpClientBuilder AddGrpcClient<TClient>(this IServiceCollection services)
        where TClient : class => Add<TClient>(services, typeof(TClient).Name, _ => { });

    public static IHttpClientBuilder AddGrpcClient<TClient>(this IServiceCollection services, string name)
        where TClient : class => Add<TClient>(services, name, _ => { });

    public static IHttpClientBuilder AddGrpcClient<TClient>(
        this IServiceCollection services, Action<GrpcClientFactoryOptions> configureClient)
        where TClient : class => services.AddGrpcClient<TClient>(typeof(TClient).Name, configureClient);

    public static IHttpClientBuilder AddGrpcClient<TClient>(
        this IServiceCollection services, Action<IServiceProvider, GrpcClientFactoryOptions> configureClient)
        where TClient : class => services.AddGrpcClient<TClient>(typeof(TClient).Name, configureClient);

    public static IHttpClientBuilder AddGrpcClient<TClient>(
        this IServiceCollection services, string name, Action<GrpcClientFactoryOptions> configureClient)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(configureClient);
        return Add<TClient>(services, name, options => options.Configure(configureClient));
    }

    public static IHttpClientBuilder AddGrpcClient<TClient>(
        this IServiceCollection services, string name, Action<IServiceProvider, GrpcClientFactoryOptions> configureClient)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(configureClient);
        return Add<TClient>(
            services,
            name,
            options => options.Configure<IServiceProvider>((settings, provider) => configureClient(provider, settings)));
    }

    private static IHttpClientBuilder Add<TClient>(
        IServiceCollection services, string name, Action<OptionsBuilder<GrpcClientFactoryOptions>> configure)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        services.TryAddSingleton<ChannelCallInvokers>();
        services.TryAddTransient<GrpcClientFactory, DefaultGrpcClientFactory>();
        NamesIn(services).Reserve(name, typeof(TClient));
        configure(services.AddOptions<GrpcClientFactoryOptions>(name));
        services.AddTransient(provider => provider.GetRequiredService<GrpcClientFactory>().CreateClient<TClient>(name));

        // The channel keeps its handler, so the handler factory must not retire it.
        return services.AddHttpClient(name)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { EnableMultipleHttp2Connections = true })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
    }

    private static ClientNames NamesIn(IServiceCollection services)
    {
        if (services.LastOrDefault(service => service.ServiceType == typeof(ClientNames))?.ImplementationInstance
            is ClientNames known)
        {
            return known;
        }

        var names = new ClientNames();
        services.AddSingleton(names);
        return names;
    }
}
