using Regio.Reporting.Suppression;

namespace Regio.Reporting.Tests.Suppression;

/// <summary>Tables of one, two and three dimensions with all their totals, the first dimension in regions, mostly of small numbers.</summary>
internal static class RandomTables
{
    public static CellTable Of(int seed, int municipalities, params int[] dimensions)
    {
        var random = new Random(seed);
        int[] sizes = [municipalities, .. dimensions];
        var children = new Dictionary<string, (long Children, long Cents)>();
        foreach (var key in Inner(sizes))
        {
            var count = random.Next(4) == 0 ? random.Next(5, 30) : random.Next(0, 5);
            children[key] = (count, count * random.Next(1, 12));
        }

        var sums = new List<(string Total, string[] Parts)>();
        for (var dimension = 0; dimension < sizes.Length; dimension++)
        {
            foreach (var line in children.Keys.GroupBy(key => With(key, dimension, "*")).ToList())
            {
                var halves = dimension == 0 && municipalities > 3 ? line.Chunk(municipalities / 2).Select((half, i) => (With(line.Key, 0, $"R{i}"), half)).ToArray() : [];
                foreach (var (region, half) in halves)
                    Add(region, half);
                Add(line.Key, halves.Length > 0 ? [.. halves.Select(half => half.Item1)] : [.. line]);
            }
        }

        var ids = children.Keys.ToList();
        return new(
            [.. ids.Select(id => new Cell(id, children[id].Children, children[id].Cents, id.StartsWith('M') ? id.Split(' ')[0] : ""))],
            [.. sums.Select(sum => new CellSum(ids.IndexOf(sum.Total), [.. sum.Parts.Select(part => ids.IndexOf(part))]))]);

        void Add(string total, string[] parts)
        {
            children[total] = (parts.Sum(part => children[part].Children), parts.Sum(part => children[part].Cents));
            sums.Add((total, parts));
        }
    }

    private static List<string> Inner(int[] sizes)
    {
        IEnumerable<string> keys = Enumerable.Range(0, sizes[0]).Select(i => $"M{i}");
        foreach (var size in sizes.Skip(1))
            keys = keys.SelectMany(key => Enumerable.Range(0, size).Select(i => $"{key} {i}"));
        return [.. keys];
    }

    private static string With(string key, int dimension, string value)
    {
        var parts = key.Split(' ');
        parts[dimension] = value;
        return string.Join(' ', parts);
    }
}
