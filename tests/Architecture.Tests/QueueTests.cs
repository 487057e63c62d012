using System.Reflection;
using System.Text.RegularExpressions;
using Regio.Cli.Replay;

namespace Regio.Architecture.Tests;

/// <summary>What a message says of its readers is what there is: by it queues are declared, and what was set aside is found.</summary>
public sealed partial class QueueTests
{
    [Fact]
    public void Every_consumer_is_named_by_the_message_that_it_reads() =>
        Assert.Equal(
            KnownQueues.All.Order(StringComparer.Ordinal),
            Services.All.SelectMany(service => Consumers(service.Assembly).Select(consumer => QueueOf(service, consumer))).Order(StringComparer.Ordinal));

    [Fact]
    public void A_consumer_bears_the_name_of_its_message() =>
        Assert.All(Services.All.SelectMany(service => Consumers(service.Assembly)), consumer => Assert.Equal($"On{MessageOf(consumer).Name}", consumer.Name));

    private static Type MessageOf(Type consumer) =>
        consumer.GetInterfaces().Single(i => i.IsGenericType && i.Name == "IConsumer`1").GetGenericArguments()[0];

    private static IEnumerable<Type> Consumers(Assembly assembly) => assembly.GetTypes().Where(type =>
        type is { IsAbstract: false, IsClass: true } && type.GetInterfaces().Any(i => i.IsGenericType && i.Name == "IConsumer`1"));

    private static string QueueOf(ServiceUnderTest service, Type consumer) =>
        $"{service.Name.ToLowerInvariant()}{Capital().Replace(consumer.Name, "-$0").ToLowerInvariant()}";

    [GeneratedRegex("[A-Z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Capital();
}
