using System.Net;
using System.Net.Sockets;

namespace Regio.Reporting.Tests.Importing;

/// <summary>
/// A source whose page goes on for two gigabytes. A plain socket, since a web server does not tell whoever writes that nobody
/// reads any more.
/// </summary>
internal sealed class EndlessSource : IDisposable
{
    private const long Length = 2L * 1024 * 1024 * 1024;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource<long> _taken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Uri Address => new($"http://{_listener.LocalEndpoint}/odata/");

    /// <summary>How much was taken of the page, once nobody takes more.</summary>
    public Task<long> TakenAsync => _taken.Task;

    public void Start()
    {
        _listener.Start();
        _ = AnswerAsync();
    }

    public void Dispose() => _listener.Dispose();

    private async Task AnswerAsync()
    {
        long taken = 0;
        try
        {
            using var client = await _listener.AcceptTcpClientAsync();
            await using var connection = client.GetStream();
            var nines = Enumerable.Repeat((byte)'9', 64 * 1024).ToArray();
            _ = await connection.ReadAtLeastAsync(new byte[4096], minimumBytes: 1);
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{\"value\":[{\"ID\":"u8.ToArray());
            for (; taken < Length; taken += nines.Length)
                await connection.WriteAsync(nines);
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException)
        {
            // Who read it has gone.
        }

        _taken.TrySetResult(taken);
    }
}
