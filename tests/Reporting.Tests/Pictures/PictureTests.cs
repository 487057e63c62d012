using Microsoft.Playwright;
using Regio.Testing;

namespace Regio.Reporting.Tests.Pictures;

/// <summary>What people see: pages, and the report that a council gets, as somebody approved them.</summary>
/// <remarks>
/// All in the font of our papers, whatever fonts the machine has, and at half the size: it is about what stands where.
/// </remarks>
public sealed class PictureTests(PicturedDrenthe drenthe) : IClassFixture<PicturedDrenthe>
{
    private const float Half = 0.5f;
    private const int A4Width = 794;
    private const int A4Height = 1123;

    private static readonly string Font = Convert.ToBase64String(FontBytes());

    [Theory]
    [InlineData("monitor", "/monitor", 1280, ColorScheme.Light)]
    [InlineData("monitor-phone-dark", "/monitor/GM0114", 390, ColorScheme.Dark)]
    [InlineData("analysis", "/analyse/GM0114", 1280, ColorScheme.Light)]
    [InlineData("own-region", "/mijn/regio", 1280, ColorScheme.Light)]
    [InlineData("own-municipality-phone", "/mijn/gemeente/GM0114", 390, ColorScheme.Light)]
    [InlineData("report", "report.html", 1280, ColorScheme.Light)]
    [InlineData("report-phone", "report.html", 390, ColorScheme.Light)]
    public async Task A_page_looks_as_it_was_approved(string name, string path, int width, ColorScheme scheme) =>
        await ApprovedPicture.IsAsync(name, await PictureAsync(path, width, scheme), drenthe.Browser);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_page_of_the_paper_of_a_council_looks_as_it_was_approved(int number) =>
        await ApprovedPicture.IsAsync($"report-paper-{number}", await PaperAsync(number), drenthe.Browser);

    [Theory]
    [InlineData(".charts { transform: translateX(40px); }")]
    [InlineData(".charts figure:nth-of-type(1) { visibility: hidden; }")]
    [InlineData("#gemeenten ~ table tbody tr:nth-of-type(3) { display: none; }")]
    [InlineData("h1 { margin-top: 30px; }")]
    [InlineData(".chart .bar { width: 30px; }")]
    [InlineData("h2 { visibility: hidden; }")]
    public async Task What_is_moved_or_missing_is_another_picture(string change)
    {
        var approved = await PictureAsync("/monitor", 1280, ColorScheme.Light);

        Assert.Empty(await ApprovedPicture.DifferencesAsync(approved, await PictureAsync("/monitor", 1280, ColorScheme.Light), drenthe.Browser));
        Assert.NotEmpty(await ApprovedPicture.DifferencesAsync(approved, await PictureAsync("/monitor", 1280, ColorScheme.Light, change), drenthe.Browser));
    }

    private async Task<byte[]> PictureAsync(string path, int width, ColorScheme scheme, string style = "")
    {
        var page = await drenthe.OpenAsync(path == "report.html" ? $"{drenthe.Report}.html" : path, width, scheme, width > 400 ? Half : 1, scripts: true);
        await using var context = page.Context;
        await page.AddStyleTagAsync(new() { Content = $"@font-face {{ font-family: Paper; src: url(data:font/ttf;base64,{Font}); }} * {{ font-family: Paper !important; }} {style}" });
        await page.EvaluateAsync("() => document.fonts.load('16px Paper').then(" + AtNoon + ")");
        return await page.ScreenshotAsync(new() { FullPage = true, Animations = ScreenshotAnimations.Disabled });
    }

    // The minute at which a page is made is another each time; its day is always the same.
    private const string AtNoon = """
        () => {
          const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = words.nextNode(); node; node = words.nextNode())
            node.data = node.data.replace(/\b\d{1,2}:\d{2}\b/g, '12:00');
        }
        """;

    /// <summary>A page of a PDF as the browser shows it; drawn when it no longer changes.</summary>
    private async Task<byte[]> PaperAsync(int number)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():N}.pdf");
        await File.WriteAllBytesAsync(file, await drenthe.Host.Http.GetByteArrayAsync(new Uri($"{drenthe.Report}.pdf", UriKind.Relative)));
        try
        {
            await using var context = await drenthe.Browser.NewContextAsync(new() { ViewportSize = new() { Width = A4Width, Height = A4Height } });
            var page = await context.NewPageAsync();
            await page.GotoAsync($"file://{file}#toolbar=0&navpanes=0&view=Fit&page={number}");
            byte[] last = [], before;
            await Eventually.Holds("the paper is drawn", async () =>
            {
                (before, last) = (last, await page.ScreenshotAsync());
                return last.AsSpan().SequenceEqual(before) && last.Length > EmptyBytes;
            });
            return last;
        }
        finally
        {
            File.Delete(file);
        }
    }

    // The viewer before it has drawn anything is one colour.
    private const int EmptyBytes = 20_000;

    private static byte[] FontBytes()
    {
        using var font = typeof(Documents.Document).Assembly.GetManifestResourceStream("SourceSans3-Regular")!;
        using var bytes = new MemoryStream();
        font.CopyTo(bytes);
        return bytes.ToArray();
    }
}
