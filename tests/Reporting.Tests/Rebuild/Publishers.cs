using System.Net;
using System.Text.Json;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Regio.Common.V1;

namespace Regio.Reporting.Tests.Rebuild;

/// <summary>The other services as far as a rebuild sees them: one server that answers with the events that a test wrote down.</summary>
internal sealed class Publishers : HistoryService.HistoryServiceBase, IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly List<object> _events = [];
    private WebApplication? _app;

    /// <summary>Runs before each page is given out.</summary>
    public Func<Task> BeforePage { get; set; } = () => Task.CompletedTask;

    public Uri Address { get; private set; } = new("http://none");

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(this);
        _app = builder.Build();
        _app.MapGrpcService<Publishers>();
        await _app.StartAsync();
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
    }

    public void Write(params object[] events)
    {
        lock (_events)
            _events.AddRange(events);
    }

    public override async Task ReadHistory(ReadHistoryRequest request, IServerStreamWriter<ReadHistoryResponse> responseStream, ServerCallContext context)
    {
        object[] events;
        lock (_events)
            events = [.. _events];
        var wanted = events.Select((e, i) => new HistoryEvent
        {
            Position = i + 1,
            MessageId = Guid.CreateVersion7().ToString(),
            EventType = e.GetType().FullName!,
            Body = JsonSerializer.Serialize(e, e.GetType(), Json),
        }).Where(e => request.EventTypes.Contains(e.EventType));
        foreach (var page in wanted.Chunk(5))
        {
            await BeforePage();
            await responseStream.WriteAsync(new ReadHistoryResponse { Events = { page }, Position = page[^1].Position });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
    }
}
