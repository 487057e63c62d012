using Aspire.Dashboard.Configuration;
using Aspire.Dashboard.Otlp;
using Aspire.Dashboard.Pages;
using Aspire.Dashboard.Security;
using Grpc.AspNetCore.Server.Model;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Aspire.Dashboard;

/// <summary>Puts the dashboard together.</summary>
internal static class DashboardApplication
{
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information)
            // Its keys lie in a folder of the owner's alone; that they are not encrypted there is known.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        configure?.Invoke(builder);
        var options = OptionsReader.Read(builder.Configuration);
        builder.Services.AddSingleton(options);
        builder.Services.AddTelemetry(options);
        AddOtlp(builder.Services, options);
        builder.Services.AddFrontend(options);
        builder.WebHost.UseKestrelHttpsConfiguration();
        // The doors are opened one by one, each with its protocol.
        builder.WebHost.UseUrls();
        builder.WebHost.ConfigureKestrel(kestrel => Listeners.Open(kestrel, options));

        var app = builder.Build();
        app.UseRouting();
        app.UseDoors();
        app.UseWhen(context => Listeners.DoorOf(context) == Door.OtlpGrpc, grpc => grpc.Use(OtlpGrpc.Guard));
        app.UseWhen(context => Listeners.DoorOf(context) == Door.Frontend, frontend => frontend.UsePageProtection());
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapGrpcService<OtlpGrpc>().Behind(Door.OtlpGrpc);
        OtlpHttp.Map(app);
        app.MapFrontend();
        return app;
    }

    private static void AddOtlp(IServiceCollection services, DashboardOptions options)
    {
        services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = options.Limits.RequestBytes);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IServiceMethodProvider<OtlpGrpc>, OtlpGrpcMethods>());
        services.AddSingleton<OtlpApiKey>();
        services.AddSingleton<OtlpGrpc>();
        services.AddSingleton<OtlpHttp>();
    }
}
