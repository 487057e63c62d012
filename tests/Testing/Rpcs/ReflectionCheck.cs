using Grpc.Reflection.V1;

namespace Regio.Testing.Rpcs;

/// <summary>Reflection shows the services that are mapped, and no others.</summary>
internal static class ReflectionCheck
{
    private const string OfThePlatform = "grpc.";

    public static async Task ListsAsync(IServiceUnderTest host, IReadOnlyList<Rpc> rpcs)
    {
        using var call = new ServerReflection.ServerReflectionClient(host.Invoker(token: null)).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(new ServerReflectionRequest { ListServices = "" });
        await call.ResponseStream.MoveNext(CancellationToken.None);
        var listed = call.ResponseStream.Current.ListServicesResponse.Service.Select(service => service.Name)
            .Where(name => !name.StartsWith(OfThePlatform, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var mapped = rpcs.Select(rpc => rpc.Method.Service.FullName).Distinct().Order(StringComparer.Ordinal).ToList();
        if (!listed.SequenceEqual(mapped))
            throw new RpcTableException([$"Reflection lists {string.Join(", ", listed)}; mapped are {string.Join(", ", mapped)}."]);
    }
}
