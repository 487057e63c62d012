using Grpc.Core;
using Grpc.Health.V1;
using Grpc.HealthCheck;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Grpc.AspNetCore.HealthChecks.Internal;

/// <summary>The health service on top of the application's health checks.</summary>
internal sealed class HealthServiceIntegration(
    HealthServiceImpl published,
    HealthCheckService checks,
    IOptions<GrpcHealthChecksOptions> options,
    IHostApplicationLifetime lifetime) : Health.V1.Health.HealthBase
{
    public override async Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        if (options.Value.UseHealthChecksCache)
            return await published.Check(request, context);
        var status = await StatusNow(request.Service, context.CancellationToken);
        return status == ServingStatus.ServiceUnknown
            ? throw new RpcException(new Status(StatusCode.NotFound, ""))
            : status.ToResponse();
    }

    public override async Task Watch(
        HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        var stopping = options.Value.SuppressCompletionOnShutdown ? CancellationToken.None : lifetime.ApplicationStopping;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, stopping);
        try
        {
            await WatchUntil(request.Service, responseStream, ending.Token);
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            // The caller has seen enough.
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await responseStream.WriteAsync(ServingStatus.NotServing.ToResponse(), context.CancellationToken);
        }
    }

    private async Task WatchUntil(
        string service, IServerStreamWriter<HealthCheckResponse> responseStream, CancellationToken ending)
    {
        ServingStatus? last = null;
        await foreach (var status in published.WatchStatuses(service, ending))
        {
            // The first published status may be old, or missing because nothing is published yet.
            var current = last is null && !options.Value.UseHealthChecksCache ? await StatusNow(service, ending) : status;
            if (current == last)
                continue;
            await responseStream.WriteAsync(current.ToResponse(), ending);
            last = current;
        }
    }

    private async Task<ServingStatus> StatusNow(string service, CancellationToken cancellationToken)
    {
        if (options.Value.Services.Find(service) is not { } mapping)
            return ServingStatus.ServiceUnknown;
        var report = await checks.CheckHealthAsync(
            registration => mapping.Covers(registration.Name, registration.Tags), cancellationToken);
        return mapping.StatusIn(report);
    }
}
