using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Xml;
using Regio.CareMessages.Description;

namespace Regio.CareMessages.Reading;

/// <summary>
/// Puts the names of the standard into the reader's table of names, so that an element is recognised by reference. Tables are used again, since
/// filling one takes as long as reading a small message; one that a file has put much into is dropped, for a table forgets nothing.
/// </summary>
internal sealed class Names
{
    private const int TablesKept = 16;
    private const int NamesKept = 500;

    private static readonly Dictionary<MessageKind, Lazy<string[]>> s_ofKinds =
        MessageKind.All.ToDictionary(kind => kind, kind => new Lazy<string[]>(() => [.. Of(kind.Shape.Fields, []).Distinct()]));

    private static readonly Lazy<FrozenSet<string>> s_all = new(() => s_ofKinds.Values.SelectMany(names => names.Value).ToFrozenSet(StringComparer.Ordinal));

    private static readonly ConcurrentBag<Names> s_idle = [];

    private readonly HashSet<MessageKind> _kinds = [];
    private int _strangers;

    private Names()
    {
        Table.Add(ShapeBuilder.BasicNamespace);
        foreach (var kind in MessageKind.All)
            Table.Add(kind.Namespace);
    }

    public NameTable Table { get; } = new();

    /// <summary>Whether the standard names an element so.</summary>
    public static bool IsOfStandard(string name) => s_all.Value.Contains(name);

    /// <summary>A table for one reading.</summary>
    public static Names Take() => s_idle.TryTake(out var names) ? names : new Names();

    /// <summary>Gives the table back after a reading that may have put so many other names into it.</summary>
    public void Return(int strangers)
    {
        _strangers += strangers;
        if (_strangers <= NamesKept && s_idle.Count < TablesKept)
            s_idle.Add(this);
    }

    public void Add(MessageKind kind)
    {
        if (!_kinds.Add(kind))
            return;
        foreach (var name in s_ofKinds[kind].Value)
            Table.Add(name);
    }

    private static IEnumerable<string> Of(IReadOnlyList<Element> fields, HashSet<IReadOnlyList<Element>> seen) =>
        seen.Add(fields) ? fields.SelectMany(field => Of(field.Children, seen).Prepend(field.Name)) : [];
}
