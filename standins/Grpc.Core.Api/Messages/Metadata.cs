using System.Collections;

namespace Grpc.Core;

/// <summary>Headers or trailers of a call, in their order.</summary>
public sealed partial class Metadata : IList<Metadata.Entry>
{
    public const string BinaryHeaderSuffix = "-bin";

    public static readonly Metadata Empty = new Metadata().Freeze();

    private readonly List<Entry> _entries = [];
    private bool _frozen;

    public int Count => _entries.Count;

    public bool IsReadOnly => _frozen;

    public Entry this[int index]
    {
        get => _entries[index];
        set
        {
            RefuseWhenFrozen(value);
            _entries[index] = value;
        }
    }

    public Entry? Get(string key)
    {
        for (var index = _entries.Count - 1; index >= 0; index--)
        {
            if (string.Equals(_entries[index].Key, key, StringComparison.OrdinalIgnoreCase))
                return _entries[index];
        }

        return null;
    }

    public string? GetValue(string key) => Get(key)?.Value;

    public byte[]? GetValueBytes(string key) => Get(key)?.ValueBytes;

    public IEnumerable<Entry> GetAll(string key) =>
        _entries.Where(entry => string.Equals(entry.Key, key, StringComparison.OrdinalIgnoreCase));

    public void Add(string key, string value) => Add(new Entry(key, value));

    public void Add(string key, byte[] valueBytes) => Add(new Entry(key, valueBytes));

    public void Add(Entry item)
    {
        RefuseWhenFrozen(item);
        _entries.Add(item);
    }

    public void Insert(int index, Entry item)
    {
        RefuseWhenFrozen(item);
        _entries.Insert(index, item);
    }

    public bool Remove(Entry item)
    {
        RefuseWhenFrozen(item);
        return _entries.Remove(item);
    }

    public void RemoveAt(int index)
    {
        RefuseWhenFrozen();
        _entries.RemoveAt(index);
    }

    public void Clear()
    {
        RefuseWhenFrozen();
        _entries.Clear();
    }

    public int IndexOf(Entry item) => _entries.IndexOf(item);

    public bool Contains(Entry item) => _entries.Contains(item);

    public void CopyTo(Entry[] array, int arrayIndex) => _entries.CopyTo(array, arrayIndex);

    public IEnumerator<Entry> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _entries.GetEnumerator();

    internal Metadata Freeze()
    {
        _frozen = true;
        return this;
    }

    private void RefuseWhenFrozen(Entry item)
    {
        ArgumentNullException.ThrowIfNull(item);
        RefuseWhenFrozen();
    }

    private void RefuseWhenFrozen()
    {
        if (_frozen)
            throw new InvalidOperationException("This metadata is read-only.");
    }
}
