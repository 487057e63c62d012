using Regio.Documents.Docx;
using Regio.Documents.Html;
using Regio.Documents.Pdf;
using Regio.Municipalities.Papers;

namespace Regio.Municipalities.Tests.Papers;

/// <summary>What papers say, compared with the copies that were approved.</summary>
public sealed class PaperTests
{
    private const string Folder = "PAPER_FILES";

    public static TheoryData<string> Papers => [.. PaperSet.All.Keys];

    [Theory]
    [MemberData(nameof(Papers))]
    public Task A_paper_reads_as_it_was_approved(string name) => ApprovedText.IsAsync(name, PaperSet.All[name]());

    [Theory]
    [MemberData(nameof(Papers))]
    public async Task A_paper_is_written_in_every_form_and_twice_the_same(string name)
    {
        var forms = new Dictionary<string, Func<Regio.Documents.Document, byte[]>> { ["html"] = HtmlFile.Write, ["pdf"] = PdfFile.Write, ["docx"] = DocxFile.Write };
        var paper = PaperSet.All[name]();
        foreach (var (ending, write) in forms)
        {
            var file = write(paper);
            Assert.Equal(file, write(paper));
            if (Environment.GetEnvironmentVariable(Folder) is { Length: > 0 } folder)
                await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.{ending}"), file, TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("kort", 1)]
    [InlineData("een twee drie vier vijf", 2)]
    [InlineData("regel een\nregel twee", 2)]
    [InlineData("ditwoordislangerdaneenheleregelvantwintig", 3)]
    public void Lines_are_counted_without_breaking_words(string text, int lines) =>
        Assert.Equal(lines, (PaperSet.Schakel() with { LineCharacters = 20 }).LinesOf(text));

    [Fact]
    public void A_summary_that_is_too_long_is_warned_about()
    {
        var own = new PaperText { RoundId = Guid.Empty, Kind = PaperKind.CouncilProposal, MunicipalityId = "GM1680" };
        Assert.Equal(["SUMMARY_MISSING", "OWN_TEXT_MISSING"], PaperRules.WarningsOf(own, PaperSet.Schakel()).Select(w => w.Code));

        own.Set([new PaperSection("Inzet", "Tekst.")], string.Join('\n', Enumerable.Repeat("Regel.", 6)));

        Assert.Equal("De samenvatting telt 6 regels; Schakel plaatst er hoogstens 5.", Assert.Single(PaperRules.WarningsOf(own, PaperSet.Schakel())).Text);
        Assert.Empty(PaperRules.WarningsOf(own, PaperSet.Schakel(mostLines: 6)));
        Assert.Empty(PaperRules.WarningsOf(own, rule: null));
    }
}
