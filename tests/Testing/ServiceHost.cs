using System.Diagnostics.CodeAnalysis;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Regio.Testing;

/// <summary>
/// Runs the Program of a service inside the test process, with real Kestrel on free ports. Spans are recorded by source
/// name for the whole process, so look among <see cref="Spans"/> by trace id where services run side by side.
/// </summary>
/// <typeparam name="TEntryPoint">A type of the service's assembly.</typeparam>
public sealed class ServiceHost<TEntryPoint> : IAsyncDisposable
    where TEntryPoint : class
{
    private readonly Factory _factory;
    private readonly RunningService _service;

    private ServiceHost(Factory factory)
    {
        _factory = factory;
        _factory.UseKestrel();
        _factory.StartServer();
        _service = new RunningService(_factory.Services, _factory.Spans, _factory.Logs);
    }

    public IServiceProvider Services => _service.Services;

    public Uri GrpcAddress => _service.GrpcAddress;

    public Uri HttpAddress => _service.HttpAddress;

    public CapturedSpans Spans => _service.Spans;

    public CapturedLogs Logs => _service.Logs;

    /// <summary>Starts the service.</summary>
    /// <param name="settings">Settings beside the usual ones, such as connection strings; they come last and win.</param>
    /// <param name="services">Changes to its services, made after its own registrations.</param>
    [SuppressMessage("Design", "CA1000", Justification = "It reads as what it is: the host of this service, started.")]
    public static async Task<ServiceHost<TEntryPoint>> StartAsync(
        IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection>? services = null)
    {
        var factory = new Factory(settings, services);
        try
        {
            // Starting blocks until the service listens, migrations included.
            return await Task.Run(() => new ServiceHost<TEntryPoint>(factory));
        }
        catch
        {
            await factory.DisposeAsync();
            throw;
        }
    }

    /// <summary>A channel whose calls carry a token; without one they carry none.</summary>
    public GrpcChannel CreateChannel(string? token = null, Action<GrpcChannelOptions>? configure = null) =>
        _service.CreateChannel(token, configure);

    /// <inheritdoc cref="RunningService.Invoker(string?)"/>
    public CallInvoker Invoker(string? token) => _service.Invoker(token);

    /// <summary>A client for the pages.</summary>
    public HttpClient CreateHttpClient() => _service.CreateHttpClient();

    /// <summary>Stops the service as on SIGTERM and forgets it.</summary>
    public async ValueTask DisposeAsync()
    {
        _service.Dispose();
        await _factory.DisposeAsync();
    }

    private sealed class Factory(IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection>? services)
        : WebApplicationFactory<TEntryPoint>
    {
        public CapturedSpans Spans { get; } = new();

        public CapturedLogs Logs { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            foreach (var (name, value) in RunningService.Settings.Concat(settings))
                builder.UseSetting(name, value);
            builder.ConfigureTestServices(collection =>
            {
                RunningService.Capture(collection, Spans, Logs);
                services?.Invoke(collection);
            });
        }
    }
}
