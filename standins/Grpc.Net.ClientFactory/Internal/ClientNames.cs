namespace Grpc.Net.ClientFactory.Internal;

/// <summary>Which type each client name belongs to: a name shared by two types would share their options.</summary>
internal sealed class ClientNames
{
    private readonly Dictionary<string, Type> _clients = new(StringComparer.Ordinal);

    public void Reserve(string name, Type client)
    {
        if (!_clients.TryAdd(name, client) && _clients[name] != client)
        {
            throw new InvalidOperationException(
                $"The gRPC client name '{name}' is taken by {_clients[name].FullName}; {client.FullName} needs another one.");
        }
    }
}
