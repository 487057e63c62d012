using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Running;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting;

public interface IDistributedApplicationBuilder
{
    ConfigurationManager Configuration { get; }

    string AppHostDirectory { get; }

    Assembly? AppHostAssembly { get; }

    IHostEnvironment Environment { get; }

    IServiceCollection Services { get; }

    IDistributedApplicationEventing Eventing { get; }

    DistributedApplicationExecutionContext ExecutionContext { get; }

    IResourceCollection Resources { get; }

    IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource;

    IResourceBuilder<T> CreateResourceBuilder<T>(T resource)
        where T : IResource;

    DistributedApplication Build();
}

public class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    private const string ProjectPathMetadata = "apphostprojectpath";

    private readonly HostApplicationBuilder inner;
    private readonly ResourceCollection resources = [];
    private readonly AppHostInterception? interception = AppHostInterception.Current;
    private readonly DistributedApplicationOptions options;

    public DistributedApplicationBuilder(string[] args)
        : this(new DistributedApplicationOptions { Args = args })
    {
    }

    public DistributedApplicationBuilder(DistributedApplicationOptions options)
    {
        var settings = new HostApplicationBuilderSettings { Args = options.Args ?? [] };
        interception?.Constructing(options, settings);
        this.options = options;

        AppHostAssembly = FindAssembly(options);
        AppHostDirectory = options.ProjectDirectory ?? ProjectDirectoryOf(AppHostAssembly) ?? System.Environment.CurrentDirectory;
        settings.ContentRootPath ??= AppHostDirectory;
        settings.Args = options.Args ?? [];
        inner = new HostApplicationBuilder(settings);
        AddServices();
        interception?.Constructed(this);
    }

    public ConfigurationManager Configuration => inner.Configuration;

    public string AppHostDirectory { get; }

    public Assembly? AppHostAssembly { get; }

    public IHostEnvironment Environment => inner.Environment;

    public IServiceCollection Services => inner.Services;

    public IDistributedApplicationEventing Eventing { get; } = new DistributedApplicationEventing();

    public DistributedApplicationExecutionContext ExecutionContext { get; } = new(DistributedApplicationOperation.Run);

    public IResourceCollection Resources => resources;

    public IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource
    {
        if (resources.TryGet(resource.Name, out var other))
            throw new DistributedApplicationException(
                $"Two resources have the name '{resource.Name}': a {ResourceTypes.NameOf(other)} and a {ResourceTypes.NameOf(resource)}. Names are compared without regard to case.");

        resources.Add(resource);
        return CreateResourceBuilder(resource);
    }

    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource)
        where T : IResource => new ResourceBuilder<T>(this, resource);

    public DistributedApplication Build()
    {
        interception?.Building(this);
        if (!options.DisableDashboard && DashboardResource.FindProgram(Configuration, AppHostAssembly) is { } dashboard)
            DashboardResource.AddTo(this, dashboard);
        var application = new DistributedApplication(inner.Build()) { Interception = interception };
        ExecutionContext.Attach(application.Services);
        interception?.Built(application);
        return application;
    }

    private static Assembly? FindAssembly(DistributedApplicationOptions options) =>
        options.AssemblyName is { } name ? Assembly.Load(name) : Assembly.GetEntryAssembly();

    private static string? ProjectDirectoryOf(Assembly? assembly) =>
        assembly?.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(m => m.Key == ProjectPathMetadata)?.Value;

    private void AddServices()
    {
        // The app host speaks through its own terminal output; the host's start-up lines would only stand in between.
        inner.Logging.ClearProviders();
        inner.Services.AddHealthChecks();
        inner.Services.AddHttpClient();
        inner.Services.TryAddSingleton(TimeProvider.System);
        // Signals are for RunAsync alone: an application started inside a test must not take them from the test runner.
        inner.Services.AddSingleton<IHostLifetime, SilentLifetime>();
        inner.Services.AddSingleton(Eventing);
        inner.Services.AddSingleton(ExecutionContext);
        inner.Services.AddSingleton(new DistributedApplicationModel(resources));
        // Without a dashboard nobody can start what has failed, and waiting for it would have no end.
        inner.Services.AddSingleton(services => new ResourceNotificationService(
            services, options.DisableDashboard ? WaitBehavior.StopOnResourceUnavailable : WaitBehavior.WaitOnResourceUnavailable));
        inner.Services.AddSingleton(services => new ResourceCommandService(
            services.GetRequiredService<ResourceNotificationService>(), services.GetRequiredService<ResourceLoggerService>(), services));
        inner.Services.AddSingleton<ResourceLoggerService>();
        inner.Services.AddSingleton<HostState>();
        inner.Services.AddSingleton(services => new ResourceFeed(
            options.DashboardApplicationName ?? Environment.ApplicationName,
            services.GetRequiredService<ResourceNotificationService>(),
            services.GetRequiredService<ResourceLoggerService>(),
            services.GetRequiredService<ResourceCommandService>()));
        inner.Services.AddSingleton<DashboardConnection>();
        inner.Services.AddSingleton<ChildProcesses>();
        inner.Services.AddSingleton<Orchestrator>();
        inner.Services.AddHostedService(services => services.GetRequiredService<Orchestrator>());
        // Servers get time to write their data down; the orchestrator itself is what bounds each stop.
        inner.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromMinutes(1));
    }
}
