using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Grpc.Net.ClientFactory.Internal;

/// <summary>One channel for each client name and type, kept until the container is disposed.</summary>
internal sealed class ChannelCallInvokers(
    IServiceProvider services,
    IOptionsMonitor<GrpcClientFactoryOptions> options,
    IHttpMessageHandlerFactory handlers,
    ILoggerFactory loggers) : IDisposable
{
    private readonly ConcurrentDictionary<(string Name, Type Client), Lazy<ChannelEntry>> _channels = new();

    public CallInvoker For(string name, Type client) =>
        _channels.GetOrAdd((name, client), key => new Lazy<ChannelEntry>(() => Open(key.Name))).Value.Invoker;

    public void Dispose()
    {
        foreach (var entry in _channels.Values.Where(entry => entry.IsValueCreated))
            entry.Value.Channel.Dispose();
    }

    private ChannelEntry Open(string name)
    {
        var clientOptions = options.Get(name);
        var address = clientOptions.Address
            ?? throw new InvalidOperationException($"The gRPC client '{name}' has no address; set it where the client is registered.");
        var channelOptions = new GrpcChannelOptions
        {
            HttpHandler = handlers.CreateHandler(name),
            LoggerFactory = loggers,
            ServiceProvider = services,
        };
        foreach (var configure in clientOptions.ChannelOptionsActions)
            configure(channelOptions);

        var channel = GrpcChannel.ForAddress(address, channelOptions);
        return new ChannelEntry(channel, Interceptors.Around(
            channel.CreateCallInvoker(), clientOptions, InterceptorScope.Channel, services));
    }

    private sealed record ChannelEntry(GrpcChannel Channel, CallInvoker Invoker);
}

/// <summary>Applies the interceptors of one scope.</summary>
internal static class Interceptors
{
    public static CallInvoker Around(
        CallInvoker invoker, GrpcClientFactoryOptions options, InterceptorScope scope, IServiceProvider services) =>
        invoker.Intercept(
        [
            .. options.InterceptorRegistrations
                .Where(registration => registration.Scope == scope)
                .Select(registration => registration.Creator(services)),
        ]);
}
