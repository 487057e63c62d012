using System.Collections.Concurrent;
using OpenTelemetry.Proto.Resource.V1;

namespace Aspire.Dashboard.Telemetry;

/// <summary>Who sent something: a service, and which of its instances.</summary>
public sealed record Sender(string Name, string Instance, IReadOnlyList<Tag> Tags)
{
    public bool Equals(Sender? other) => other is not null && Name == other.Name && Instance == other.Instance;

    public override int GetHashCode() => HashCode.Combine(Name, Instance);
}

/// <summary>The senders seen, each held once.</summary>
internal sealed class Senders(TagReader tags, Drops drops)
{
    private const int Most = 1_000;
    private static readonly Sender Others = new("(too many senders)", "", []);

    private readonly ConcurrentDictionary<(string Name, string Instance), Sender> _known = new();

    public IReadOnlyList<Sender> All =>
        [.. _known.Values.OrderBy(sender => sender.Name, StringComparer.Ordinal).ThenBy(sender => sender.Instance, StringComparer.Ordinal)];

    public IReadOnlyList<string> Names => [.. All.Select(sender => sender.Name).Distinct(StringComparer.Ordinal)];

    public Sender Of(Resource? resource)
    {
        var read = resource is null ? [] : tags.Read(resource.Attributes);
        var name = Find(read, "service.name") is { Length: > 0 } given ? given : "(unnamed)";
        var key = (name, Find(read, "service.instance.id") ?? "");
        if (_known.TryGetValue(key, out var sender))
            return sender;
        if (_known.Count < Most)
            return _known.GetOrAdd(key, new Sender(key.name, key.Item2, read));
        drops.Add(Drop.Invalid, 1);
        return Others;
    }

    private static string? Find(Tag[] tags, string key)
    {
        foreach (var tag in tags)
        {
            if (tag.Key == key)
                return tag.Value;
        }

        return null;
    }
}
