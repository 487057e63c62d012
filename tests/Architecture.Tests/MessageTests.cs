using System.Text.RegularExpressions;
using Regio.Messages;
using Regio.Messages.Municipalities.V1;

namespace Regio.Architecture.Tests;

/// <summary>What goes over the bus: its names are the wire identity and stay as they are.</summary>
public sealed partial class MessageTests
{
    private static readonly Type[] Simple =
    [
        typeof(string), typeof(Guid), typeof(Guid?), typeof(int), typeof(long), typeof(decimal), typeof(bool),
        typeof(DateOnly), typeof(DateOnly?), typeof(DateTimeOffset), typeof(DateTimeOffset?),
    ];

    private static readonly string[] Personal =
        ["bsn", "burgerservice", "birth", "geboorte", "firstname", "lastname", "surname", "voornaam", "achternaam", "address", "adres", "email", "phone", "telefoon"];

    private static IReadOnlyList<Type> Messages { get; } = [.. typeof(CostAllocated).Assembly.GetExportedTypes().Where(type => type.Namespace != typeof(ReadByAttribute).Namespace)];

    private static IEnumerable<Type> Events => Messages.Where(type => type.GetProperty("AggregateVersion") is not null);

    [Fact]
    public void Messages_are_flat_sealed_records() =>
        Assert.All(Messages, type =>
        {
            Assert.True(type.IsSealed && type.GetMethod("<Clone>$") is not null, $"{type} is no sealed record.");
            Assert.Equal(typeof(object), type.BaseType);
            Assert.All(type.GetProperties(), p => Assert.True(IsFlat(p.PropertyType), $"{type.Name}.{p.Name} is a {p.PropertyType}."));
        });

    [Fact]
    public void The_namespace_names_the_publisher_and_the_version() =>
        Assert.All(Messages, type => Assert.Matches(Identity(), type.Namespace));

    [Fact]
    public async Task What_is_published_is_written_down_as_it_is() =>
        Assert.True(
            await Repository.IsTrueAsync("messages.md", MessageCatalogue.Render(Messages), TestContext.Current.CancellationToken),
            "docs/messages.md told something else than the messages; it has been written anew: look at the difference (a field that went or changed its type breaks readers) and commit it.");

    [Fact]
    public void Events_carry_aggregate_version_and_time_in_UTC() =>
        Assert.All(Events, type =>
        {
            Assert.Equal(typeof(long), type.GetProperty("AggregateVersion")!.PropertyType);
            Assert.Equal(typeof(DateTimeOffset), type.GetProperty("OccurredAt")!.PropertyType);
        });

    [Fact]
    public void No_message_has_room_for_personal_data() =>
        Assert.All(Messages.SelectMany(type => type.GetProperties()), property => Assert.DoesNotContain(
            Personal,
            word => property.Name.Contains(word, StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public void No_property_becomes_the_correlation_id_unasked() =>
        Assert.DoesNotContain(Messages.SelectMany(type => type.GetProperties()), p => p.Name is "CorrelationId" or "EventId" or "CommandId");

    private static bool IsFlat(Type type) =>
        Simple.Contains(type)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) && type.GetGenericArguments()[0] is var item
            && (Simple.Contains(item) || Messages.Contains(item)));

    [GeneratedRegex(@"^Regio\.Messages\.[A-Z][A-Za-z]+\.V[1-9][0-9]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Identity();
}
