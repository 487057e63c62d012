using System.Globalization;
using System.Net;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    private static readonly TimeSpan HealthRequestTimeout = TimeSpan.FromSeconds(5);

    public static IResourceBuilder<T> WithHealthCheck<T>(this IResourceBuilder<T> builder, string key)
        where T : IResource
    {
        if (builder.Resource.Annotations.OfType<HealthCheckAnnotation>().Any(h => h.Key == key))
            throw new DistributedApplicationException($"Resource '{builder.Resource.Name}' has the health check '{key}' twice.");
        return builder.WithAnnotation(new HealthCheckAnnotation(key));
    }

    public static IResourceBuilder<T> WithHttpHealthCheck<T>(
        this IResourceBuilder<T> builder, string? path = null, int? statusCode = null, string? endpointName = null)
        where T : IResourceWithEndpoints =>
        builder.WithHttpHealthCheck(() => builder.GetEndpoint(endpointName ?? DefaultHttpEndpoint(builder.Resource)), path, statusCode);

    public static IResourceBuilder<T> WithHttpHealthCheck<T>(
        this IResourceBuilder<T> builder, Func<EndpointReference>? endpointSelector, string? path = null, int? statusCode = null)
        where T : IResourceWithEndpoints
    {
        var select = endpointSelector ?? (() => builder.GetEndpoint(DefaultHttpEndpoint(builder.Resource)));
        var expected = (HttpStatusCode)(statusCode ?? (int)HttpStatusCode.OK);
        var key = string.Create(CultureInfo.InvariantCulture, $"{builder.Resource.Name}_{path ?? "/"}_{(int)expected}_check");
        builder.ApplicationBuilder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
            key, services => new HttpHealthCheck(services.GetRequiredService<IHttpClientFactory>(), select, path ?? "/", expected), failureStatus: null, tags: null)
        {
            Timeout = HealthRequestTimeout,
        });
        return builder.WithHealthCheck(key);
    }

    private static string DefaultHttpEndpoint(IResource resource) =>
        resource.Annotations.OfType<EndpointAnnotation>().FirstOrDefault(e => e.UriScheme is "http" or "https")?.Name
        ?? throw new DistributedApplicationException($"Resource '{resource.Name}' has no HTTP endpoint to check.");

    private sealed class HttpHealthCheck(IHttpClientFactory clients, Func<EndpointReference> endpoint, string path, HttpStatusCode expected) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var address = new Uri(new Uri(endpoint().Url), path);
            try
            {
                using var client = clients.CreateClient(nameof(HttpHealthCheck));
                using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                return response.StatusCode == expected
                    ? HealthCheckResult.Healthy()
                    : HealthCheckResult.Unhealthy(string.Create(CultureInfo.InvariantCulture, $"{address} answered {(int)response.StatusCode}."));
            }
            catch (HttpRequestException problem)
            {
                return HealthCheckResult.Unhealthy($"{address}: {problem.Message}");
            }
        }
    }
}
