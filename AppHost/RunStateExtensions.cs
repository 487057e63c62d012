using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Regio.AppHost;

internal static class RunStateExtensions
{
    private const string StateDirectoryKey = "Regio:StateDirectory";
    private const string ByDefault = ".regio";

    /// <summary>Decides where this run keeps its files, has them written, and makes the key of its tokens.</summary>
    public static DevelopmentKey AddRunState(this IDistributedApplicationBuilder builder)
    {
        var directory = DirectoryOf(builder);
        // Started without a launch profile, the app host has been told no address for its dashboard.
        builder.Configuration[DashboardLink.AddressKey] ??= string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{builder.Port("dashboard", 5100)}");
        builder.Configuration["Aspire:Store:Path"] = directory;
        // Aspire's model has no place for the port of RabbitMQ's name server.
        builder.Configuration["RabbitMQ:EpmdPort"] = builder.Port("epmd", 5169).ToString(CultureInfo.InvariantCulture);

        var key = new DevelopmentKey();
        builder.Services.AddSingleton<IHostedService>(services => new RunState(
            directory,
            key,
            services.GetRequiredService<ResourceNotificationService>(),
            services.GetRequiredService<DistributedApplicationModel>(),
            services.GetRequiredService<IConfiguration>()));
        return key;
    }

    /// <summary>The folder of this run's files.</summary>
    public static string DirectoryOf(IDistributedApplicationBuilder builder) =>
        Path.GetFullPath(builder.Configuration.GetValue<string>(StateDirectoryKey) ?? ByDefault, RootOf(builder));

    // The folder of the repository.
    private static string RootOf(IDistributedApplicationBuilder builder) =>
        Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(builder.AppHostDirectory))!;

    /// <summary>Tells the service of a folder among the files of this run.</summary>
    public static IResourceBuilder<ProjectResource> WithWatchedFolder(this IResourceBuilder<ProjectResource> service, string setting, string folder) =>
        service.WithEnvironment(setting, Path.Combine(DirectoryOf(service.ApplicationBuilder), folder));

    /// <summary>The service believes tokens signed with the key of this run, and no others; it has one for work of its own.</summary>
    public static IResourceBuilder<ProjectResource> WithDevelopmentTokens(this IResourceBuilder<ProjectResource> service, DevelopmentKey key) =>
        service
            .WithEnvironment("Authentication__DevelopmentKey", key.PublicKey)
            .WithEnvironment("Authentication__Issuer", DevelopmentKey.Issuer)
            .WithEnvironment("Authentication__Audience", DevelopmentKey.Audience)
            .WithEnvironment("Authentication__ServiceToken", service.ApplicationBuilder.AddParameter(
                $"{service.Resource.Name}-token", key.TokenFor(service.Resource.Name), secret: true));
}
