using System.Text.Json;
using Microsoft.Playwright;

namespace Regio.Reporting.Tests.Pictures;

/// <summary>No text is cut off or stands over another, on a desk and on a phone.</summary>
public sealed class ReadableTextTests(PicturedDrenthe drenthe) : IClassFixture<PicturedDrenthe>
{
    // Each piece of text by the boxes of its lines. What is put beside the page for those who listen to it is no part of the picture.
    private const string Unreadable = """
        () => {
          const problems = [], pieces = [], wide = document.documentElement.clientWidth;
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const parent = node.parentElement, shown = getComputedStyle(parent);
            if (!node.data.trim() || parent.closest('script, style, title, desc') || shown.visibility === 'hidden' || !parent.checkVisibility()) continue;
            const range = document.createRange();
            range.selectNodeContents(node);
            for (const box of range.getClientRects()) {
              if (box.width < 1 || box.height < 1 || box.right <= 0) continue;
              const text = `"${node.data.trim().slice(0, 40)}"`;
              if (box.left < -1 || box.right > wide + 1) problems.push(`${text} reaches from ${Math.round(box.left)} to ${Math.round(box.right)} of ${wide}`);
              for (let around = parent; around && around !== document.body; around = around.parentElement) {
                const style = getComputedStyle(around), outer = around.getBoundingClientRect();
                const holds = around.tagName === 'svg' || style.overflowX !== 'visible' || ['block', 'table-cell', 'list-item', 'flex'].includes(style.display);
                if (!holds || outer.width < 1 || (around.namespaceURI.endsWith('svg') && around.tagName !== 'svg')) continue;
                if (box.left < outer.left - 1.5 || box.right > outer.right + 1.5)
                  problems.push(`${text} leaves ${around.tagName.toLowerCase()} by ${Math.round(Math.max(outer.left - box.left, box.right - outer.right))}`);
                if (style.overflowY !== 'visible' && (box.top < outer.top - 1.5 || box.bottom > outer.bottom + 1.5)) problems.push(`${text} is cut off by ${around.tagName.toLowerCase()}`);
                break;
              }
              pieces.push({ box, node, text });
            }
          }
          pieces.sort((a, b) => a.box.top - b.box.top);
          for (let i = 0; i < pieces.length; i++)
            for (let j = i + 1; j < pieces.length && pieces[j].box.top < pieces[i].box.bottom; j++) {
              const a = pieces[i].box, b = pieces[j].box;
              const across = Math.min(a.right, b.right) - Math.max(a.left, b.left), down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
              if (across > 2 && down > 0.4 * Math.min(a.height, b.height)) problems.push(`${pieces[i].text} and ${pieces[j].text} stand over each other`);
            }
          return problems;
        }
        """;

    public static TheoryData<string, int> Pages
    {
        get
        {
            var pages = new TheoryData<string, int>();
            foreach (var path in new[]
            {
                "/monitor", "/monitor/GM0114", "/analyse/GM0114", "/catalogus", "/catalogus/youth-care-use", "/besluiten", "/rapporten", "/uitvoering", "/experttafel/2026-H1", "/inloggen", "report", "report.html",
                "/mijn", "/mijn/regio", "/mijn/gemeente/GM0114", "/mijn/contracten", "/mijn/berichten", "/mijn/verantwoording", "/mijn/experttafel/2026-H1", "/mijn/catalogus",
            })
            {
                pages.Add(path, 390);
                pages.Add(path, 1280);
            }

            return pages;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_text_is_cut_off_or_stands_over_another(string path, int width)
    {
        var page = await drenthe.OpenAsync(path.Replace("report", drenthe.Report, StringComparison.Ordinal), width);
        await using var context = page.Context;

        var problems = await ProblemsAsync(page);

        Assert.True(problems.Count == 0, $"{path} at {width}: {string.Join("; ", problems.Take(10))}");
    }

    [Theory]
    [InlineData("h1 { width: 60px; white-space: nowrap; overflow: hidden; }", "leaves h1")]
    [InlineData("h2 { height: 8px; overflow: hidden; }", "is cut off by h2")]
    [InlineData("h1 { white-space: nowrap; font-size: 90px; }", "of 390")]
    [InlineData("h1 { height: 0; }", "stand over each other")]
    public async Task What_is_cut_off_or_covered_is_seen(string style, string problem)
    {
        var page = await drenthe.OpenAsync("/monitor", 390, scripts: true);
        await using var context = page.Context;
        await page.AddStyleTagAsync(new() { Content = style });

        Assert.Contains(await ProblemsAsync(page), line => line.Contains(problem, StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> ProblemsAsync(IPage page) =>
        [.. (await page.EvaluateAsync<JsonElement>(Unreadable)).EnumerateArray().Select(line => line.GetString()!)];
}
