using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Grpc.Net.ClientFactory.Internal;

/// <summary>Makes clients with the services of the scope that asks for them.</summary>
internal sealed class DefaultGrpcClientFactory(
    IServiceProvider services, ChannelCallInvokers channels, IOptionsMonitor<GrpcClientFactoryOptions> options)
    : GrpcClientFactory
{
    public override TClient CreateClient<TClient>(string name)
    {
        var clientOptions = options.Get(name);
        var invoker = channels.For(name, typeof(TClient));
        if (clientOptions.CallOptionsActions.Count > 0)
            invoker = invoker.Intercept(new CallOptionsInterceptor(clientOptions.CallOptionsActions, services));
        invoker = Interceptors.Around(invoker, clientOptions, InterceptorScope.Client, services);
        return clientOptions.Creator is { } create
            ? (TClient)create(invoker)
            : ActivatorUtilities.CreateInstance<TClient>(services, invoker);
    }
}
