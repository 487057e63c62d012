using Google.Protobuf.Reflection;
using Grpc.Net.Client.Configuration;

namespace Regio.ServiceDefaults.Grpc.Clients;

/// <summary>Which methods may be tried again: those that only read, and those whose request has an id that makes them safe to repeat.</summary>
internal static class RepeatableMethods
{
    private static readonly string[] Reads = ["Get", "List", "BatchGet", "Resolve", "Preview"];

    /// <param name="client">A generated client, which is nested in the class that describes its service.</param>
    public static IEnumerable<MethodName> Of(Type client)
    {
        var descriptor = client.DeclaringType?.GetProperty("Descriptor")?.GetValue(obj: null) as ServiceDescriptor
            ?? throw new ArgumentException($"{client.FullName} is not a generated client.", nameof(client));
        return descriptor.Methods
            .Where(IsRepeatable)
            .Select(method => new MethodName { Service = descriptor.FullName, Method = method.Name });
    }

    private static bool IsRepeatable(MethodDescriptor method) =>
        !method.IsClientStreaming
        && (Array.Exists(Reads, read => method.Name.StartsWith(read, StringComparison.Ordinal))
            || method.InputType.FindFieldByName("request_id") is not null);
}
