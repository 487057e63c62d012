using Aspire.Dashboard.Configuration;

namespace Aspire.Dashboard;

/// <summary>Puts the dashboard together.</summary>
internal static class DashboardApplication
{
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        configure?.Invoke(builder);
        var options = OptionsReader.Read(builder.Configuration);
        builder.Services.AddSingleton(options);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => Listeners.Open(kestrel, options));

        var app = builder.Build();
        app.UseRouting();
        app.UseDoors();
        app.MapGet("/alive", () => Results.Text("Alive")).Behind(Door.Frontend);
        return app;
    }
}
