using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.ClientFactory;
using Microsoft.Extensions.DependencyInjection;
using Regio.StandIns.Tests.Grpc.Server;
using Regio.StandIns.Tests.V1;
using Health = Grpc.Health.V1.Health;

namespace Regio.StandIns.Tests.Grpc;

public sealed class ClientFactoryTests(EchoServerFixture fixture) : IClassFixture<EchoServerFixture>
{
    [Fact]
    public async Task A_registered_client_calls_its_address()
    {
        var services = new ServiceCollection();
        services.AddGrpcClient<Echo.EchoClient>(options => options.Address = fixture.Server.Address);
        await using var provider = services.BuildServiceProvider();

        var answer = await provider.GetRequiredService<Echo.EchoClient>()
            .SayAsync(new EchoMessage { Text = "x" }, cancellationToken: Running.Test);

        Assert.Equal("x", answer.Text);
    }

    [Fact]
    public async Task Clients_of_two_names_have_their_own_settings()
    {
        await using var other = await EchoServer.Start("other");
        var services = new ServiceCollection();
        services.AddGrpcClient<Echo.EchoClient>("one", options => options.Address = fixture.Server.Address);
        services.AddGrpcClient<Echo.EchoClient>("two", (_, options) => options.Address = other.Address);
        await using var provider = services.BuildServiceProvider();
        var factory = provider.GetRequiredService<GrpcClientFactory>();

        var one = await factory.CreateClient<Echo.EchoClient>("one").SayAsync(new EchoMessage(), cancellationToken: Running.Test);
        var two = await factory.CreateClient<Echo.EchoClient>("two").SayAsync(new EchoMessage(), cancellationToken: Running.Test);

        Assert.Equal("echo", one.Server);
        Assert.Equal("other", two.Server);
    }

    [Fact]
    public void A_client_without_an_address_says_so()
    {
        var services = new ServiceCollection();
        services.AddGrpcClient<Echo.EchoClient>();
        using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<InvalidOperationException>(provider.GetRequiredService<Echo.EchoClient>);

        Assert.Contains("EchoClient", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_name_cannot_serve_two_clients()
    {
        var services = new ServiceCollection();
        services.AddGrpcClient<Echo.EchoClient>("name");

        Assert.Throws<InvalidOperationException>(() => services.AddGrpcClient<Health.HealthClient>("name"));
    }

    [Fact]
    public async Task Interceptors_live_with_the_channel_or_with_the_client()
    {
        var services = new ServiceCollection();
        int perChannel = 0, perClient = 0;
        services.AddGrpcClient<Echo.EchoClient>(options => options.Address = fixture.Server.Address)
            .AddInterceptor(() => new HeaderInterceptor("x-channel", ++perChannel))
            .AddInterceptor(InterceptorScope.Client, _ => new HeaderInterceptor("x-client", ++perClient));
        await using var provider = services.BuildServiceProvider();

        await HeadersOf(provider.GetRequiredService<Echo.EchoClient>());
        var headers = await HeadersOf(provider.GetRequiredService<Echo.EchoClient>());

        Assert.Equal("1", headers.GetValue("x-channel"));
        Assert.Equal("2", headers.GetValue("x-client"));
    }

    [Fact]
    public async Task Call_credentials_see_the_services_of_the_scope()
    {
        var services = new ServiceCollection();
        services.AddScoped<Caller>();
        services.AddGrpcClient<Echo.EchoClient>(options => options.Address = fixture.Server.Address)
            .ConfigureChannel(options => options.UnsafeUseInsecureChannelCallCredentials = true)
            .AddCallCredentials((_, metadata, scope) =>
            {
                metadata.Add("x-caller", scope.GetRequiredService<Caller>().Name);
                return Task.CompletedTask;
            })
            .AddCallCredentials((context, metadata) =>
            {
                metadata.Add("x-method", context.MethodName);
                return Task.CompletedTask;
            });
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().Name = "finance";

        var headers = await HeadersOf(scope.ServiceProvider.GetRequiredService<Echo.EchoClient>());

        Assert.Equal("finance", headers.GetValue("x-caller"));
        Assert.Equal("Say", headers.GetValue("x-method"));
    }

    [Fact]
    public async Task The_primary_handler_and_handlers_before_it_can_be_chosen()
    {
        var services = new ServiceCollection();
        using var primary = new SocketsHttpHandler();
        var seen = new List<string>();
        services.AddGrpcClient<Echo.EchoClient>(options => options.Address = fixture.Server.Address)
            .ConfigurePrimaryHttpMessageHandler(() =>
            {
                seen.Add("primary");
                return primary;
            })
            .AddHttpMessageHandler(() => new NotingHandler(seen));
        await using var provider = services.BuildServiceProvider();

        await HeadersOf(provider.GetRequiredService<Echo.EchoClient>());

        Assert.Equal(["primary", "/regio.tests.v1.Echo/Say"], seen);
    }

    [Fact]
    public async Task A_client_can_be_created_otherwise()
    {
        var services = new ServiceCollection();
        services.AddGrpcClient<Echo.EchoClient>(options => options.Address = fixture.Server.Address)
            .ConfigureGrpcClientCreator(invoker => new Echo.EchoClient(invoker.Intercept(new HeaderInterceptor("x-creator", 1))));
        await using var provider = services.BuildServiceProvider();

        var headers = await HeadersOf(provider.GetRequiredService<Echo.EchoClient>());

        Assert.Equal("1", headers.GetValue("x-creator"));
    }

    private static async Task<global::Grpc.Core.Metadata> HeadersOf(Echo.EchoClient client)
    {
        using var call = client.SayAsync(new EchoMessage(), cancellationToken: Running.Test);
        await call;
        return await call.ResponseHeadersAsync;
    }

    private sealed class Caller
    {
        public string Name { get; set; } = "";
    }

    private sealed class HeaderInterceptor(string key, int value) : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            var headers = new global::Grpc.Core.Metadata();
            foreach (var entry in context.Options.Headers ?? [])
                headers.Add(entry);
            headers.Add(key, value.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return continuation(request, new(context.Method, context.Host, context.Options.WithHeaders(headers)));
        }
    }

    private sealed class NotingHandler(List<string> seen) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            seen.Add(request.RequestUri!.AbsolutePath);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
