using FluentValidation;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Regio.Probe.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Hosting;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Probe;

/// <summary>A small service on the defaults, whose methods do what a test tells them.</summary>
public sealed class ProbeHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ProbeHost(WebApplication app, RunningService running) => (_app, Running) = (app, running);

    public RunningService Running { get; }

    public Script Script => Running.Services.GetRequiredService<Script>();

    public static async Task<ProbeHost> StartAsync(
        IReadOnlyDictionary<string, string?>? settings = null, Action<WebApplicationBuilder>? configure = null, Action<WebApplication>? map = null, string environment = "Development")
    {
        var (spans, logs) = (new CapturedSpans(), new CapturedLogs());
        var app = Build(settings, configure, map, environment, spans, logs);
        try
        {
            await app.StartAsync(TestContext.Current.CancellationToken);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new ProbeHost(app, new RunningService(app.Services, spans, logs));
    }

    /// <summary>The service as its Program has it just before it runs.</summary>
    public static WebApplication Build(
        IReadOnlyDictionary<string, string?>? settings, Action<WebApplicationBuilder>? configure, Action<WebApplication>? map, string environment, CapturedSpans spans, CapturedLogs logs)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(RunningService.Settings);
        builder.Configuration.AddInMemoryCollection(settings ?? RunningService.Settings);
        builder.AddServiceDefaults("probe");
        builder.AddPolicies(
            new AccessPolicy("probe.ask", Roles.All),
            new AccessPolicy("probe.guard", [Roles.Finance, Roles.Regiomanager]));
        builder.Services.AddValidatorsFrom(typeof(ProbeHost).Assembly);
        builder.Services.AddSingleton<Script>();
        RunningService.Capture(builder.Services, spans, logs);
        configure?.Invoke(builder);

        var app = builder.Build();
        app.MapServiceDefaults();
        (map ?? (mapped => mapped.MapGrpcService<ProbeGrpcService>()))(app);
        return app;
    }

    public ProbeService.ProbeServiceClient CreateClient(string? token = null) =>
        new(Running.CreateChannel(token ?? TestTokens.For(Roles.Regiomanager)));

    public ProbeService.ProbeServiceClient CreateAnonymousClient() => new(Running.CreateChannel());

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Running.Dispose();
        await _app.DisposeAsync();
    }
}

/// <summary>What the methods of the probe do; each call runs it.</summary>
public sealed class Script
{
    public Func<AskRequest, ServerCallContext, Task<AskResponse>> Run { get; set; } =
        (request, _) => Task.FromResult(new AskResponse { Subject = request.Subject });
}

internal sealed class ProbeGrpcService(Script script) : ProbeService.ProbeServiceBase
{
    [Policy("probe.ask")]
    public override Task<AskResponse> Ask(AskRequest request, ServerCallContext context) => script.Run(request, context);

    [Policy("probe.ask")]
    public override Task<AskResponse> GetAnswer(AskRequest request, ServerCallContext context) => script.Run(request, context);

    [Policy("probe.ask")]
    public override Task<AskResponse> Write(WriteRequest request, ServerCallContext context) => script.Run(new AskRequest(), context);

    [Policy("probe.guard")]
    public override Task<AskResponse> Guard(AskRequest request, ServerCallContext context) => script.Run(request, context);

    [Policy("probe.ask")]
    public override async Task<AskResponse> Collect(IAsyncStreamReader<AskRequest> requestStream, ServerCallContext context)
    {
        var last = new AskRequest();
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
            last = request;
        return await script.Run(last, context);
    }

    [Policy("probe.ask")]
    public override async Task Tell(AskRequest request, IServerStreamWriter<AskResponse> responseStream, ServerCallContext context)
    {
        await responseStream.WriteAsync(new AskResponse { Subject = "first" }, context.CancellationToken);
        await responseStream.WriteAsync(await script.Run(request, context), context.CancellationToken);
    }

    [Policy("probe.ask")]
    public override async Task Chat(IAsyncStreamReader<AskRequest> requestStream, IServerStreamWriter<AskResponse> responseStream, ServerCallContext context)
    {
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
            await responseStream.WriteAsync(await script.Run(request, context), context.CancellationToken);
    }
}

internal sealed class AskRequestValidator : AbstractValidator<AskRequest>
{
    public AskRequestValidator()
    {
        RuleFor(request => request.Subject).MaximumLength(20);
        RuleFor(request => request.AsOf).MustBeDay();
        RuleForEach(request => request.MunicipalityIds).Matches("^GM[0-9]{4}$");
        RuleForEach(request => request.AskParts).ChildRules(part => part.RuleFor(p => p.ItemCount).GreaterThanOrEqualTo(0));
    }
}
