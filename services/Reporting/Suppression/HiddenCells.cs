using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;

namespace Regio.Reporting.Suppression;

/// <summary>Keeps what was found to be hidden in a table, so that a page that is read often is searched once.</summary>
internal sealed class HiddenCells : IDisposable
{
    private const int MostTables = 200;

    private readonly MemoryCache _found = new(new MemoryCacheOptions { SizeLimit = MostTables });
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>The ids of the cells that must not be shown.</summary>
    public IReadOnlySet<string> Of(CellTable table, Protection protection) => OfAll([table], protection);

    /// <summary>The ids of the cells that must not be shown in the eyes of any of these views.</summary>
    public IReadOnlySet<string> OfAll(IReadOnlyList<CellTable> views, Protection protection) =>
        _found.GetOrCreate(Digest(views, protection), entry =>
        {
            entry.Size = 1;
            return CellSuppression.HiddenInAll(views, protection);
        })!;

    /// <summary>
    /// The ids of the cells that must not be shown in a table that is too large to be made for each page. Those who ask for
    /// the same at once wait for the first.
    /// </summary>
    /// <param name="key">What the table is made of; another key when anything of it has changed.</param>
    /// <param name="search">Finds the cells, and says whether the table stayed as the key says while it was read.</param>
    /// <param name="ct">Ends the wait and the search.</param>
    public async Task<IReadOnlySet<string>> OfAsync(string key, Func<Task<(IReadOnlySet<string> Hidden, bool IsOfKey)>> search, CancellationToken ct)
    {
        if (_found.TryGetValue<IReadOnlySet<string>>(key, out var known))
            return known!;
        await _turn.WaitAsync(ct);
        try
        {
            if (_found.TryGetValue(key, out known))
                return known!;
            var (hidden, isOfKey) = await search();
            if (isOfKey)
                _found.Set(key, hidden, new MemoryCacheEntryOptions { Size = 1 });
            return hidden;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _found.Dispose();
        _turn.Dispose();
    }

    private static string Digest(IReadOnlyList<CellTable> views, Protection protection)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{protection.Threshold} {protection.MoneyPercent}\n");
        foreach (var table in views)
        {
            foreach (var cell in table.Cells)
                text.Append(CultureInfo.InvariantCulture, $"{cell.Id}\t{cell.Children}\t{cell.Amount}\t{cell.Owner}\n");
            foreach (var sum in table.Sums)
                text.Append(CultureInfo.InvariantCulture, $"{sum.Total}={string.Join('+', sum.Parts)}\n");
            text.Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
