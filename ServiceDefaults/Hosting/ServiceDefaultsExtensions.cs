using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Health;
using Regio.ServiceDefaults.Messaging.History;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Telemetry;

namespace Regio.ServiceDefaults.Hosting;

/// <summary>What every service of the suite has in common.</summary>
public static class ServiceDefaultsExtensions
{
    private const string MigrateArgument = "--migrate";

    /// <summary>Adds telemetry, health, gRPC with its error mapping and limits, and security.</summary>
    /// <param name="builder">The service being built.</param>
    /// <param name="serviceName">Its resource name, such as <c>municipalities</c>.</param>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, string serviceName)
    {
        var identity = new ServiceIdentity(serviceName);
        builder.Services.AddSingleton(identity);
        builder.Services.AddSingleton<MappedEndpoints>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.AddDefaultSettings();
        builder.AddEndpointRules();
        builder.AddTelemetry(identity);
        builder.AddHealth();
        builder.AddGrpcDefaults();
        builder.AddSecurity();
        return builder;
    }

    /// <summary>Puts access control in front and maps health, the history of a service that publishes, and reflection where it is on.</summary>
    public static WebApplication MapServiceDefaults(this WebApplication app)
    {
        app.Services.GetRequiredService<MappedEndpoints>().Follow(app);
        app.UseMiddleware<FrameworkErrors>();
        app.UseMiddleware<DeadlineCap>();
        app.UseMiddleware<AccessControl>();
        app.MapHealth();
        if (app.Services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(EventHistory)))
            app.MapGrpcService<HistoryGrpcService>();
        if (app.Environment.IsDevelopment() || app.Configuration.GetValue("Grpc:Reflection", defaultValue: false))
            app.MapGrpcReflectionService();
        return app;
    }

    /// <summary>Runs the service; with <c>--migrate</c> only brings its databases up to date and ends.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunServiceAsync(this WebApplication app, string[] args)
    {
        if (!args.Contains(MigrateArgument))
        {
            await app.RunAsync();
            return 0;
        }

        await using (app)
        {
            using var scope = app.Services.CreateScope();
            foreach (var migration in scope.ServiceProvider.GetServices<IDatabaseMigration>())
                await migration.MigrateAsync(app.Lifetime.ApplicationStopping);
            app.Logger.LogInformation("The databases are up to date.");
        }

        return 0;
    }
}
