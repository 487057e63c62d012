using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Balancer;
using Grpc.Net.Client.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Regio.StandIns.Tests.Grpc.Server;
using Regio.StandIns.Tests.V1;
using Regio.Testing;

namespace Regio.StandIns.Tests.Grpc;

public sealed class ChannelTests
{
    [Fact]
    public async Task Calls_go_round_the_servers_and_pass_over_one_that_stopped()
    {
        await using var one = await EchoServer.Start("one");
        await using var two = await EchoServer.Start("two");
        await using var services = new ServiceCollection()
            .AddSingleton<ResolverFactory>(new StaticResolverFactory(_ =>
                [new BalancerAddress("localhost", one.Address.Port), new BalancerAddress("localhost", two.Address.Port)]))
            .BuildServiceProvider();
        using var channel = GrpcChannel.ForAddress("static:///echo", new GrpcChannelOptions
        {
            Credentials = ChannelCredentials.Insecure,
            ServiceProvider = services,
            ServiceConfig = new ServiceConfig { LoadBalancingConfigs = { new RoundRobinConfig() }, MethodConfigs = { RetryUnavailable } },
        });
        await channel.ConnectAsync(Running.Test);
        var client = new Echo.EchoClient(channel);

        var both = await Answering(client, 40);
        await two.Stop();

        Assert.Equal(["one", "two"], both);
        // A call that is on its way while the server says goodbye may end with that.
        await Eventually.Holds("calls pass over the one that stopped", async () =>
        {
            try
            {
                return (await Answering(client, 40)).SequenceEqual(["one"]);
            }
            catch (RpcException)
            {
                return false;
            }
        });
        Assert.Equal(ConnectivityState.Ready, channel.State);
    }

    [Fact]
    public async Task Only_a_call_with_a_retry_policy_is_tried_again()
    {
        await using var server = await EchoServer.Start();
        using var trying = server.OpenChannel(options =>
            options.ServiceConfig = new ServiceConfig { MethodConfigs = { RetryUnavailable } });
        using var plain = server.OpenChannel();

        var answer = await new Echo.EchoClient(trying).FalterAsync(
            new EchoMessage { Text = "retried", Times = 2 }, cancellationToken: Running.Test);
        var error = await Assert.ThrowsAsync<RpcException>(async () => await new Echo.EchoClient(plain).FalterAsync(
            new EchoMessage { Text = "plain", Times = 2 }, cancellationToken: Running.Test));

        Assert.Equal(3, answer.Times);
        Assert.Equal(StatusCode.Unavailable, error.StatusCode);
    }

    [Fact]
    public async Task Credentials_of_channel_and_calls_travel_together_over_TLS()
    {
        using var certificate = SelfSigned();
        await using var server = await EchoServer.Start(certificate: certificate);
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback =
            (_, presented, _, _) => presented?.GetCertHashString() == certificate.GetCertHashString();
        using var channel = server.OpenChannel(options =>
        {
            options.HttpHandler = handler;
            options.Credentials = ChannelCredentials.Create(ChannelCredentials.SecureSsl, CallCredentials.Compose(
                Adding("x-first"), Adding("x-second")));
        });

        using var call = new Echo.EchoClient(channel).SayAsync(new EchoMessage(), cancellationToken: Running.Test);
        await call;
        var headers = await call.ResponseHeadersAsync;

        Assert.Equal("Say", headers.GetValue("x-first"));
        Assert.Equal("Say", headers.GetValue("x-second"));
    }

    [Fact]
    public void Call_credentials_cannot_be_tied_to_an_insecure_channel() =>
        Assert.Throws<ArgumentException>(() => ChannelCredentials.Create(ChannelCredentials.Insecure, Adding("x-any")));

    [Fact]
    public async Task Nobody_listening_is_unavailable()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var channel = GrpcChannel.ForAddress(new Uri($"http://localhost:{port}"));

        var error = await Assert.ThrowsAsync<RpcException>(async () =>
            await new Echo.EchoClient(channel).SayAsync(new EchoMessage(), cancellationToken: Running.Test));

        Assert.Equal(StatusCode.Unavailable, error.StatusCode);
        Assert.NotNull(error.Status.DebugException);
    }

    private static MethodConfig RetryUnavailable => new()
    {
        Names = { MethodName.Default },
        RetryPolicy = new RetryPolicy
        {
            MaxAttempts = 4,
            InitialBackoff = TimeSpan.FromMilliseconds(20),
            MaxBackoff = TimeSpan.FromMilliseconds(200),
            BackoffMultiplier = 2,
            RetryableStatusCodes = { StatusCode.Unavailable },
        },
    };

    private static async Task<IEnumerable<string>> Answering(Echo.EchoClient client, int calls)
    {
        var servers = new SortedSet<string>(StringComparer.Ordinal);
        for (var call = 0; call < calls; call++)
            servers.Add((await client.SayAsync(new EchoMessage(), cancellationToken: Running.Test)).Server);
        return servers;
    }

    private static CallCredentials Adding(string key) => CallCredentials.FromInterceptor((context, metadata) =>
    {
        metadata.Add(key, context.MethodName);
        return Task.CompletedTask;
    });

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
