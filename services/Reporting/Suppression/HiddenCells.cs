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

    /// <summary>The ids of the cells that must not be shown.</summary>
    public IReadOnlySet<string> Of(CellTable table, Protection protection) =>
        _found.GetOrCreate(Digest(table, protection), entry =>
        {
            entry.Size = 1;
            return CellSuppression.Hidden(table, protection);
        })!;

    public void Dispose() => _found.Dispose();

    private static string Digest(CellTable table, Protection protection)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{protection.Threshold} {protection.MoneyPercent}\n");
        foreach (var cell in table.Cells)
            text.Append(CultureInfo.InvariantCulture, $"{cell.Id}\t{cell.Children}\t{cell.Amount}\t{cell.Owner}\n");
        foreach (var sum in table.Sums)
            text.Append(CultureInfo.InvariantCulture, $"{sum.Total}={string.Join('+', sum.Parts)}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
