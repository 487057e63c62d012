using Grpc.Core;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Regio.Reporting.Persistence;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using Regio.Testing.Rpcs;

[assembly: AssemblyFixture(typeof(TestServers))]

namespace Regio.Reporting.Tests;

/// <summary>The service on a database and a virtual host of its own, shared by the tests of a class.</summary>
public sealed class ReportingHost(TestServers servers) : IAsyncLifetime, IServiceUnderTest
{
    private ServiceHost<ReportingDbContext>? _host;

    public TestDatabase Database { get; private set; } = null!;

    public TestBroker Broker { get; private set; } = null!;

    public MonitorService.MonitorServiceClient Monitor { get; private set; } = null!;

    /// <summary>The monitor as those see it who see every number.</summary>
    public MonitorService.MonitorServiceClient Whole => new(Host.Invoker(TestTokens.For(Roles.Regiomanager)));

    public HttpClient Http { get; private set; } = null!;

    /// <summary>Settings beside the usual ones; to be set before the start.</summary>
    internal Dictionary<string, string?> Settings { get; } = [];

    /// <summary>Changes to its services; to be set before the start.</summary>
    internal Action<IServiceCollection>? Changes { get; set; }

    internal ServiceHost<ReportingDbContext> Host => _host!;

    /// <summary>What a process of the service is given.</summary>
    internal IReadOnlyDictionary<string, string?> ProcessSettings => new Dictionary<string, string?>(Settings)
    {
        ["ConnectionStrings:reportingdb"] = Database.ConnectionString,
        ["ConnectionStrings:bus"] = Broker.Address.ToString(),
    };

    IServiceProvider IServiceUnderTest.Services => Host.Services;

    public async ValueTask InitializeAsync()
    {
        Database = await servers.CreateDatabaseAsync<ReportingDbContext>();
        Broker = await servers.CreateBrokerAsync();
        _host = await StartAsync();
        Http = _host.CreateHttpClient();
        Monitor = new(_host.CreateChannel(TestTokens.For(Roles.Council)));
        await Eventually.Holds("the service is ready", async () =>
        {
            using var answer = await Http.GetAsync(new Uri("/health", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        });
    }

    /// <summary>Sends over the real broker; the same message id twice is the same message.</summary>
    public Task PublishAsync(object message, Guid? messageId = null) =>
        Host.Services.GetRequiredService<IBus>().Publish(message, message.GetType(), Pipe.Execute<PublishContext>(context => context.MessageId = messageId ?? Guid.CreateVersion7()));

    public CallInvoker Invoker(string? token) => Host.Invoker(token);

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        await Database.DisposeAsync();
        await Broker.DisposeAsync();
    }

    /// <summary>Another process of the service on the same database and bus.</summary>
    internal Task<ServiceHost<ReportingDbContext>> StartAsync() => ServiceHost<ReportingDbContext>.StartAsync(ProcessSettings, Changes);
}
