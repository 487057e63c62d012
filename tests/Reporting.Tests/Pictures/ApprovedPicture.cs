using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Playwright;

namespace Regio.Reporting.Tests.Pictures;

/// <summary>
/// Compares a picture with the one that somebody looked at and approved. With REGIO_WRITE_APPROVED=1 in the environment the
/// new one takes its place, to be looked at in the difference of the commit.
/// </summary>
/// <remarks>
/// Not pixel by pixel: how the edge of a letter is smoothed differs between versions of the browser, and a page says when it
/// was made. Both are made smaller to blocks of four by four pixels, and a tile of sixteen by sixteen blocks (with the next
/// one half over it) is another when more than a tenth of its blocks differ by more than a tenth of the scale from black to white. A line of text that
/// moves by its own height, a bar of another length or a block that is missing is more than that; a digit or the edge of a letter is less.
/// </remarks>
internal static class ApprovedPicture
{
    private const string WriteVariable = "REGIO_WRITE_APPROVED";

    private const string Compare = """
        async ([approved, actual]) => {
          const block = 4, tile = 16, step = 8, least = 26, most = 0.10;
          const read = async data => {
            const image = new Image();
            image.src = 'data:image/png;base64,' + data;
            await image.decode();
            return image;
          };
          const a = await read(approved), b = await read(actual);
          const problems = [];
          if (a.width !== b.width) return [`it is ${b.width} pixels wide, not ${a.width}`];
          if (Math.abs(a.height - b.height) > 8) problems.push(`it is ${b.height} pixels high, not ${a.height}`);
          const w = Math.ceil(a.width / block), h = Math.ceil(Math.max(a.height, b.height) / block);
          const grey = image => {
            const canvas = document.createElement('canvas');
            [canvas.width, canvas.height] = [w * block, h * block];
            const context = canvas.getContext('2d', { willReadFrequently: true });
            context.fillStyle = '#888';
            context.fillRect(0, 0, canvas.width, canvas.height);
            context.drawImage(image, 0, 0);
            const pixels = context.getImageData(0, 0, canvas.width, canvas.height).data;
            const sums = new Float64Array(w * h);
            for (let y = 0; y < canvas.height; y++)
              for (let x = 0; x < canvas.width; x++) {
                const at = 4 * (y * canvas.width + x);
                sums[Math.floor(y / block) * w + Math.floor(x / block)] += (pixels[at] * 0.299 + pixels[at + 1] * 0.587 + pixels[at + 2] * 0.114) / (block * block);
              }
            return sums;
          };
          const one = grey(a), other = grey(b);
          for (let top = 0; top < h; top += step)
            for (let left = 0; left < w; left += step) {
              let differ = 0, all = 0;
              for (let y = top; y < Math.min(top + tile, h); y++)
                for (let x = left; x < Math.min(left + tile, w); x++, all++)
                  if (Math.abs(one[y * w + x] - other[y * w + x]) > least) differ++;
              if (all >= tile * tile / 2 && differ / all > most)
                problems.push(`at ${left * block}, ${top * block} ${Math.round(100 * differ / all)} % of a tile differs`);
            }
          return problems;
        }
        """;

    /// <summary>Fails when the picture is another than the approved one; then it stands beside the tests, to be looked at.</summary>
    public static async Task IsAsync(string name, byte[] picture, IBrowser browser, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, "Approved", $"{name}.png");
        if (Environment.GetEnvironmentVariable(WriteVariable) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, picture);
        }

        Assert.True(File.Exists(path), $"{path} is not there: look at the picture that {WriteVariable}=1 writes, and commit it.");
        var differences = await DifferencesAsync(await File.ReadAllBytesAsync(path), picture, browser);
        if (differences.Count == 0)
            return;
        var seen = Path.Combine(AppContext.BaseDirectory, $"{name}.png");
        await File.WriteAllBytesAsync(seen, picture);
        Assert.Fail($"{name} does not look as approved, {differences.Count} times: {string.Join("; ", differences.Take(5))}. What was seen: {seen}");
    }

    /// <summary>Where two pictures differ; empty when they look alike.</summary>
    public static async Task<IReadOnlyList<string>> DifferencesAsync(byte[] approved, byte[] actual, IBrowser browser)
    {
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var found = await page.EvaluateAsync<JsonElement>(Compare, new[] { Convert.ToBase64String(approved), Convert.ToBase64String(actual) });
        return [.. found.EnumerateArray().Select(line => line.GetString()!)];
    }
}
