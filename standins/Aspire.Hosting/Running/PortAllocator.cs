using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Aspire.Hosting.Running;

/// <summary>
/// Finds free ports and holds them until the process that shall listen there is about to start.
/// Below the range from which the kernel takes ports for outgoing connections, so none of those can slip in. A free port stays
/// this host's own until its end: between its letting go and the moment a slow server listens, no other host takes it.
/// </summary>
internal sealed class PortAllocator : IDisposable
{
    private const int First = 20_000;
    private const int Last = 32_000;
    private const int Attempts = 200;

    private readonly Lock gate = new();
    private readonly Dictionary<int, Socket> held = [];
    private readonly Dictionary<int, Socket> claims = [];

    public int TakeFree()
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var port = RandomNumberGenerator.GetInt32(First, Last);
            if (TryTakeFree(port))
                return port;
        }

        throw new DistributedApplicationException($"No free port was found between {First} and {Last}.");
    }

    public bool TryTake(int port) => TryHold(port);

    /// <summary>Takes a port that nobody listens on and no other host has for one of its processes.</summary>
    public bool TryTakeFree(int port)
    {
        if (!TryClaim(port))
            return false;
        if (TryHold(port))
            return true;
        lock (gate)
        {
            claims.Remove(port, out var claim);
            claim?.Dispose();
        }

        return false;
    }

    public bool Holds(int port)
    {
        lock (gate)
            return held.ContainsKey(port);
    }

    public void Release(int port)
    {
        lock (gate)
        {
            if (held.Remove(port, out var socket))
                socket.Dispose();
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var socket in held.Values)
                socket.Dispose();
            held.Clear();
            foreach (var claim in claims.Values)
                claim.Dispose();
            claims.Clear();
        }
    }

    // A socket in the abstract namespace: one process at a time has the name, no file is left, and it ends with the process.
    private bool TryClaim(int port)
    {
        var claim = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            lock (gate)
            {
                claim.Bind(new UnixDomainSocketEndPoint(string.Create(CultureInfo.InvariantCulture, $"\0aspire-port-{port}")));
                claims.Add(port, claim);
            }

            return true;
        }
        catch (SocketException)
        {
            claim.Dispose();
            return false;
        }
    }

    private bool TryHold(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            lock (gate)
            {
                if (held.ContainsKey(port))
                    throw new SocketException((int)SocketError.AddressAlreadyInUse);
                // Bound and listening: with only a bind, another socket that allows reuse could bind beside it.
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
                socket.Listen(1);
                held.Add(port, socket);
            }

            return true;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return false;
        }
    }
}
