using Grpc.AspNetCore.HealthChecks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Regio.ServiceDefaults.Hosting;

namespace Regio.ServiceDefaults.Health;

/// <summary>
/// <c>/health</c> and the empty name of grpc.health.v1 say whether the service can work, <c>/alive</c> whether it runs.
/// Each gRPC service is known to grpc.health.v1 by its own name too.
/// </summary>
internal static class HealthSetup
{
    private static readonly TimeSpan WatchPeriod = TimeSpan.FromSeconds(5);

    public static void AddHealth(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddGrpcHealthChecks(options => options.UseHealthChecksCache = false)
            .AddCheck("self", () => HealthCheckResult.Healthy(), [HealthTags.Live]);
        services.AddOptions<GrpcHealthChecksOptions>().Configure<MappedEndpoints>((options, endpoints) =>
        {
            options.Services.Clear();
            foreach (var name in endpoints.GrpcMethods().Select(endpoint => endpoint.Method.Method.ServiceName).Distinct().Prepend(""))
                options.Services.Map(name, check => check.Tags.Any(IsCounted));
        });
        services.Configure<HealthCheckPublisherOptions>(options =>
        {
            options.Predicate = check => check.Tags.Any(IsCounted);
            options.Delay = TimeSpan.FromSeconds(1);
            options.Period = WatchPeriod;
        });
        services.AddSingleton<IPostConfigureOptions<HealthCheckServiceOptions>, CalmChecks>();
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health", Answering(HealthTags.Ready)).AllowAnonymous();
        app.MapHealthChecks("/alive", Answering(HealthTags.Live)).AllowAnonymous();
        app.MapGrpcHealthChecksService();
    }

    /// <summary>Liveness counts too: a service without anything to wait for would otherwise have an unknown state.</summary>
    private static bool IsCounted(string tag) => tag is HealthTags.Ready or HealthTags.Live;

    private static HealthCheckOptions Answering(string tag) => new()
    {
        Predicate = check => check.Tags.Contains(tag),
        ResponseWriter = WriteAsync,
    };

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain";
        var checks = report.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}: {entry.Value.Status}");
        return context.Response.WriteAsync(string.Join('\n', checks.Prepend(report.Status.ToString())) + "\n", context.RequestAborted);
    }
}
