using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Regio.ServiceDefaults.Messaging;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Tests.Persistence;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Messaging;

/// <summary>A small service: a database, a bus, and the consumers that a test gives it.</summary>
internal sealed class TestService : IAsyncDisposable
{
    private readonly IHost _host;

    private TestService(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    public IBus Bus => Services.GetRequiredService<IBus>();

    public ConsumerScript Script => Services.GetRequiredService<ConsumerScript>();

    public static Task<TestService> WriterAsync(string database, Uri broker) => StartAsync("writer", database, broker, _ => { });

    public static Task<TestService> ReaderAsync(string database, Uri broker, params (string Key, string Value)[] settings) =>
        StartAsync("reader", database, broker, bus => bus.AddConsumer<OnCounted, OnCountedDefinition>(), settings);

    /// <summary>Writes and reads, each in the same database.</summary>
    public static Task<TestService> WriterAndReaderAsync(string database, Uri broker) =>
        StartAsync("reader", database, broker, bus =>
        {
            bus.AddKnownReader<Counted>(OnCounted.Queue);
            bus.AddConsumer<OnCounted, OnCountedDefinition>();
        });

    public static async Task<TestService> StartAsync(
        string name, string database, Uri broker, Action<IBusRegistrationConfigurator> configure, params (string Key, string Value)[] settings)
    {
        // The library keeps the logs of the first host of a flow, also when that host is gone.
        LogContext.Current = null;
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration["ConnectionStrings:testdb"] = database;
        builder.Configuration["ConnectionStrings:bus"] = broker.ToString();
        builder.Configuration["Outbox:LongestLanePause"] = "00:00:01";
        foreach (var (key, value) in settings)
            builder.Configuration[key] = value;
        builder.Logging.AddConsole().SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        builder.Services.AddSingleton<ConsumerScript>();
        builder.AddPersistence<TestDbContext>("testdb");
        builder.AddMessaging<TestDbContext>(name, configure);
        var service = new TestService(builder.Build());
        await service._host.StartAsync();
        return service;
    }

    public Task ReadyAsync() => Eventually.Is("the service is ready", HealthStatus.Healthy, HealthAsync);

    public async Task<HealthStatus> HealthAsync() =>
        (await Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Tags.Contains("ready"))).Status;

    /// <summary>Counts one on and says so, as a feature does: reads, changes, publishes, saves; tries again after a conflict.</summary>
    public async Task CountAsync(string counter)
    {
        while (true)
        {
            await using var scope = Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TestDbContext>();
            try
            {
                await CountAsync(db, counter);
                await db.SaveChangesAsync();
                return;
            }
            catch (DbUpdateException)
            {
                // Another writer was faster.
            }
        }
    }

    public static async Task CountAsync(TestDbContext db, string counter)
    {
        var row = await db.Counters.FindAsync(counter);
        if (row is null)
            db.Counters.Add(row = new Counter { CounterId = counter, Version = 0, Colour = Colour.DarkBlue });
        row.Version++;
        db.Publish(new Counted { CounterId = counter, AggregateVersion = row.Version }, counter);
    }

    /// <summary>The context that the consumer of this message works with.</summary>
    public static TestDbContext ContextOf(ConsumeContext context) =>
        context.GetPayload<IServiceProvider>().GetRequiredService<TestDbContext>();

    public async Task InScopeAsync(Func<TestDbContext, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<TestDbContext>());
    }

    public async Task StopAsync() => await _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
    }
}
