using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Regio.Municipalities.V1;

namespace Regio.Benchmarks.Servers;

/// <summary>Grpc.AspNetCore as it comes: what the full service is compared with.</summary>
internal static class BareServer
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var settings = builder.Configuration;
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ListenLocalhost(settings.GetValue<int>("GrpcPort"), listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.ListenLocalhost(settings.GetValue<int>("HttpPort"), listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(NpgsqlDataSource.Create(settings["Database"]!));
        builder.Services.AddSingleton(new BareSelect(settings["Select"]!));

        var app = builder.Build();
        app.MapGet("/health", () => Results.Ok());
        app.MapGrpcService<EmptyMethod>();
        app.MapGrpcService<BareRead>();
        await app.RunAsync();
        return 0;
    }
}

/// <summary>The statement that the service was seen to send.</summary>
internal sealed record BareSelect(string Sql);

internal sealed class EmptyMethod : MunicipalityService.MunicipalityServiceBase
{
    public override Task<GetMunicipalityResponse> GetMunicipality(GetMunicipalityRequest request, ServerCallContext context) =>
        Task.FromResult(new GetMunicipalityResponse());
}

/// <summary>Sends the statement prepared, reads every column of every row, and answers with what it read of the first.</summary>
internal sealed class BareRead(NpgsqlDataSource database, BareSelect select) : CostService.CostServiceBase
{
    public override async Task<GetCostAllocationResponse> GetCostAllocation(GetCostAllocationRequest request, ServerCallContext context)
    {
        await using var connection = await database.OpenConnectionAsync(context.CancellationToken);
        await using var command = new NpgsqlCommand(select.Sql, connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.ParseExact(request.Id, "D") });
        // Prepared once per physical connection; later calls find it there.
        await command.PrepareAsync(context.CancellationToken);
        await using var reader = await command.ExecuteReaderAsync(context.CancellationToken);
        var allocation = new CostAllocation { Id = request.Id, Allocation = new Allocation() };
        var values = new object[reader.FieldCount];
        while (await reader.ReadAsync(context.CancellationToken))
        {
            reader.GetValues(values);
            var share = new Share();
            foreach (var value in values)
            {
                if (value is long cents)
                    share.AmountCents = cents;
                else if (value is string text)
                    share.MunicipalityName = text;
            }

            allocation.Allocation.Shares.Add(share);
        }

        return new GetCostAllocationResponse { CostAllocation = allocation };
    }
}
