using System.Collections.Concurrent;

namespace Regio.Procurement.Contracts;

/// <summary>
/// Remembers for a minute which regions a municipality belonged to on a day, so that a bulk question asks Municipalities
/// once and not each time. Bounded: when full it forgets all and begins anew.
/// </summary>
internal sealed class MembershipMemory(TimeProvider time)
{
    /// <summary>How many answers it holds.</summary>
    public const int Most = 100_000;

    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string MunicipalityId, DateOnly Day), (long Since, IReadOnlyList<string> Regions)> _known = new();

    public IReadOnlyList<string>? Find((string MunicipalityId, DateOnly Day) key) =>
        _known.TryGetValue(key, out var found) && time.GetElapsedTime(found.Since) < Lasts ? found.Regions : null;

    public IReadOnlyList<string> Keep((string MunicipalityId, DateOnly Day) key, IReadOnlyList<string> regions)
    {
        if (_known.Count >= Most)
            _known.Clear();
        _known[key] = (time.GetTimestamp(), regions);
        return regions;
    }
}
