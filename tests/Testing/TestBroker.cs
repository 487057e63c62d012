using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Regio.Testing;

/// <summary>A virtual host of its own for a test class: the same message names without crossing another class.</summary>
public sealed class TestBroker : IAsyncDisposable
{
    private readonly HttpClient _management;
    private readonly string? _created;
    private IConnection? _connection;

    private TestBroker(Uri management, Uri address, string? created)
    {
        _management = new HttpClient { BaseAddress = management };
        _management.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(management.UserInfo))));
        _created = created;
        Address = address;
    }

    /// <summary>The connection string, virtual host included.</summary>
    public Uri Address { get; }

    public static async Task<TestBroker> CreateAsync(Uri broker, Uri management)
    {
        var name = $"test-{Guid.CreateVersion7():N}";
        var created = new TestBroker(management, new UriBuilder(broker) { Path = name }.Uri, name);
        var answer = await created._management.PutAsync(new Uri($"api/vhosts/{name}", UriKind.Relative), content: null);
        answer.EnsureSuccessStatusCode();
        return created;
    }

    public async Task<IChannel> OpenChannelAsync()
    {
        if (_connection is not { IsOpen: true })
            _connection = await new ConnectionFactory { Uri = Address }.CreateConnectionAsync();
        return await _connection.CreateChannelAsync();
    }

    /// <summary>Number of messages that lie in a queue; null when there is no such queue.</summary>
    public async Task<uint?> CountAsync(string queue)
    {
        await using var channel = await OpenChannelAsync();
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue)).MessageCount;
        }
        catch (OperationInterruptedException exception) when (exception.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return null;
        }
    }

    /// <summary>What the broker knows about a queue.</summary>
    public async Task<JsonNode> DescribeAsync(string queue) =>
        await _management.GetFromJsonAsync<JsonNode>(new Uri($"api/queues/{_created}/{queue}", UriKind.Relative))
        ?? throw new InvalidOperationException($"The broker says nothing about {queue}.");

    /// <summary>Cuts the connections that a service opened under this name; how many there were.</summary>
    public async Task<int> CutConnectionsAsync(string purpose)
    {
        var connections = await _management.GetFromJsonAsync<JsonArray>(new Uri($"api/vhosts/{_created}/connections", UriKind.Relative)) ?? [];
        var names = connections.OfType<JsonObject>()
            .Where(connection => connection["client_properties"]?["connection_name"]?.GetValue<string>() == purpose)
            .Select(connection => connection["name"]!.GetValue<string>()).ToList();
        var cut = 0;
        foreach (var name in names)
            cut += (await _management.DeleteAsync(new Uri($"api/connections/{Uri.EscapeDataString(name)}", UriKind.Relative))).IsSuccessStatusCode ? 1 : 0;
        return cut;
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
            await _connection.DisposeAsync();
        if (_created is not null)
            await _management.DeleteAsync(new Uri($"api/vhosts/{_created}", UriKind.Relative));
        _management.Dispose();
    }
}
