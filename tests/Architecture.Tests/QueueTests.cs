using System.Reflection;
using System.Text.RegularExpressions;
using Regio.Cli.Replay;

namespace Regio.Architecture.Tests;

/// <summary>Nothing that a consumer sets aside escapes the operator.</summary>
public sealed partial class QueueTests
{
    [Fact]
    public void The_client_knows_the_queue_of_every_consumer() =>
        Assert.Subset(
            KnownQueues.All.ToHashSet(StringComparer.Ordinal),
            Services.All.SelectMany(service => Consumers(service.Assembly).Select(consumer => QueueOf(service, consumer))).ToHashSet(StringComparer.Ordinal));

    private static IEnumerable<Type> Consumers(Assembly assembly) => assembly.GetTypes().Where(type =>
        type is { IsAbstract: false, IsClass: true } && type.GetInterfaces().Any(i => i.IsGenericType && i.Name == "IConsumer`1"));

    private static string QueueOf(ServiceUnderTest service, Type consumer) =>
        $"{service.Name.ToLowerInvariant()}{Capital().Replace(consumer.Name, "-$0").ToLowerInvariant()}";

    [GeneratedRegex("[A-Z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Capital();
}
