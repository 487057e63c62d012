using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Regio.ServiceDefaults.Hosting;
using Regio.ServiceDefaults.Messaging;

namespace Regio.ServiceDefaults.Persistence;

/// <summary>Registers the database of a service.</summary>
public static class PersistenceExtensions
{
    private const string Driver = "Npgsql";
    private const int PreparedStatements = 64;

    /// <summary>
    /// Adds the database behind the connection string of this name: the context, migrations at start,
    /// readiness, idempotent requests and the clean-up of what is kept for a while.
    /// </summary>
    /// <param name="builder">The host of the service.</param>
    /// <param name="connectionName">The name of its connection string.</param>
    /// <param name="serverSettings">Settings of PostgreSQL for every session of the service, such as <c>jit=off</c>.</param>
    public static IHostApplicationBuilder AddPersistence<TContext>(
        this IHostApplicationBuilder builder, string connectionName, params string[] serverSettings)
        where TContext : ServiceDbContext
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => OpenDataSource(provider, connectionName, serverSettings));
        services.AddSingleton<OutboxBell>();
        services.AddSingleton<CommitListener>();
        services.AddDbContextPool<TContext>(Configure);
        services.AddScoped<ServiceDbContext>(provider => provider.GetRequiredService<TContext>());
        services.AddScoped<IdempotentRequests<TContext>>();

        services.AddSingleton<DatabaseState>();
        services.AddSingleton<IDatabaseMigration, DatabaseMigration<TContext>>();
        services.AddHostedService<MigrateAtStart>();
        services.AddHealthChecks().AddCheck<DatabaseHealthCheck>("database", tags: ["ready"], timeout: TimeSpan.FromSeconds(5));

        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section)
            .Validate(options => options.AreWhole, "Retention times, the period and the batch size must be above zero.")
            .ValidateOnStart();
        services.AddSingleton<RetentionCleanup>();
        services.AddHostedService(provider => provider.GetRequiredService<RetentionCleanup>());

        services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddSource(Driver));
        services.ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddMeter(Driver));
        return builder;
    }

    private static void Configure(IServiceProvider provider, DbContextOptionsBuilder options) => options
        .UseNpgsql(
            provider.GetRequiredService<NpgsqlDataSource>(),
            npgsql => npgsql.MigrationsHistoryTable("schema_migration"))
        // A context belongs to one call, which awaits what it starts.
        .EnableThreadSafetyChecks(enableChecks: false)
        .AddInterceptors(provider.GetRequiredService<CommitListener>());

    private static NpgsqlDataSource OpenDataSource(IServiceProvider provider, string connectionName, string[] serverSettings)
    {
        var connectionString = provider.GetRequiredService<IConfiguration>().GetConnectionString(connectionName)
            ?? throw new InvalidOperationException($"ConnectionStrings:{connectionName} is not set.");
        var source = new NpgsqlDataSourceBuilder(connectionString) { Name = connectionName };
        source.UseLoggerFactory(provider.GetService<ILoggerFactory>());

        // A service sends the same few statements over and over: the server plans each of them once per connection.
        if (!source.ConnectionStringBuilder.ShouldSerialize("Max Auto Prepare"))
            source.ConnectionStringBuilder.MaxAutoPrepare = PreparedStatements;

        // Options of the connection string stand last, so that whoever runs the service has the last word.
        string[] options = [.. serverSettings.Select(setting => $"-c {setting}"), .. new[] { source.ConnectionStringBuilder.Options }.OfType<string>()];
        if (options.Length > 0)
            source.ConnectionStringBuilder.Options = string.Join(' ', options);

        // Polling, health checks and clean-up have no caller: as spans they would be roots without meaning.
        source.ConfigureTracing(tracing => tracing
            .ConfigureCommandFilter(_ => Activity.Current is not null)
            .ConfigureBatchFilter(_ => Activity.Current is not null)
            .EnableFirstResponseEvent(enable: false));
        return source.Build();
    }
}
