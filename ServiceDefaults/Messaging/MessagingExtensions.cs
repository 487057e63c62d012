using FluentValidation;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Regio.Common.V1;
using Regio.ServiceDefaults.Hosting;
using Regio.ServiceDefaults.Messaging.History;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>Registers the bus of a service.</summary>
public static class MessagingExtensions
{
    private const string Library = "MassTransit";

    /// <summary>
    /// Adds the bus behind the connection string "bus", the relay of the outbox and the consumers that are named.
    /// Queues are called service-consumer; messages keep the name of their type. Comes after AddPersistence.
    /// </summary>
    /// <typeparam name="TContext">The context whose transactions hold the outbox and the inbox.</typeparam>
    public static IHostApplicationBuilder AddMessaging<TContext>(
        this IHostApplicationBuilder builder, string service, Action<IBusRegistrationConfigurator> configure)
        where TContext : ServiceDbContext
    {
        var services = builder.Services;
        services.AddMetrics();
        services.AddSingleton<InboxLag>();
        services.AddSingleton<MessagingMetrics>();
        services.AddSingleton<BrokerAddress>();
        services.AddSingleton<BrokerConnection>();
        services.AddSingleton<ReaderTopology>();
        services.AddHealthChecks().AddCheck<BrokerHealthCheck>("broker", tags: ["ready"], timeout: TimeSpan.FromSeconds(5));
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.SetEndpointNameFormatter(new KebabCaseEndpointNameFormatter($"{service}-", includeNamespace: false));
            bus.ConfigureHealthCheckOptions(check =>
            {
                check.Name = BrokerAddress.Name;
                check.MinimalFailureStatus = HealthStatus.Unhealthy;
            });
            configure(bus);
            bus.UsingRabbitMq(Configure);
        });

        // After the bus, so that at the end the relay stops first.
        services.AddOptions<OutboxOptions>().BindConfiguration(OutboxOptions.Section)
            .Validate(options => options.AreWhole, "Numbers and times of the outbox must be above zero.")
            .ValidateOnStart();
        services.AddSingleton<MessageWriter>();
        services.AddSingleton<BrokerSender>();
        services.TryAddSingleton<IMessageSender>(provider => provider.GetRequiredService<BrokerSender>());
        services.AddSingleton<OutboxPublisher>();
        services.AddHostedService<OutboxRelay>();

        services.AddOptions<ReaderWatchOptions>().BindConfiguration(ReaderWatchOptions.Section)
            .Validate(options => options.AreWhole, "Times of the watch over the readers must be above zero.")
            .ValidateOnStart();
        services.TryAddSingleton<RunOutcome>();
        services.AddSingleton<OwnQueues>();
        services.AddHostedService<ReaderWatch>();
        services.AddOptions<QueueCountOptions>().BindConfiguration(QueueCountOptions.Section)
            .Validate(options => options.AreWhole, "Times between counts of what was set aside must be above zero.")
            .ValidateOnStart();
        services.AddHostedService<QueueCounts>();

        services.AddSingleton<EventHistory>();
        services.AddSingleton<IValidator<ReadHistoryRequest>, ReadHistoryValidator>();
        builder.AddPolicies(HistoryPolicies.All);

        services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddSource(Library, TraceContext.SourceName));
        services.ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddMeter(Library, MessagingMetrics.MeterName));
        return builder;
    }

    private static void Configure(IBusRegistrationContext context, IRabbitMqBusFactoryConfigurator rabbit)
    {
        var broker = context.GetRequiredService<BrokerAddress>().Factory;
        rabbit.Host(broker.HostName, (ushort)broker.Endpoint.Port, broker.VirtualHost, host =>
        {
            host.Username(broker.UserName);
            host.Password(broker.Password);
            host.Heartbeat(TimeSpan.FromSeconds(10));
            if (broker.Ssl.Enabled)
                host.UseSsl(ssl => ssl.ServerName = broker.HostName);
        });
        rabbit.ConfigureEndpoints(context);
    }
}
