using System.Text;
using Grpc.Core;
using Npgsql;
using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.Tests.Rpcs;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using Regio.Testing.Rpcs;

namespace Regio.Municipalities.Tests.Papers;

/// <summary>Papers over real gRPC and PostgreSQL.</summary>
public sealed class PaperFeatureTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    private const string Assen = "GM0106";

    [Fact]
    public async Task A_proposal_has_the_shared_text_the_own_text_and_a_warning_about_its_summary()
    {
        var round = await new RoundWays(host).ToAdoptAsync();
        await host.Papers.SetPublicationRuleAsync(PaperSamples.Rule(Assen));
        await host.Papers.SetSharedTextAsync(PaperSamples.Shared(round));
        var own = PaperSamples.Own(round, Assen);
        own.Summary = string.Join('\n', Enumerable.Repeat("Een regel.", 6));

        var set = await host.Papers.SetOwnTextAsync(own);

        Assert.Equal("SUMMARY_TOO_LONG", Assert.Single(set.Warnings).Code);
        var written = await WriteAsync(new() { Kind = PaperKind.CouncilProposal, Format = PaperFormat.Html, RoundId = round, MunicipalityId = Assen });
        Assert.Equal("raadsvoorstel-GM0106.html", written.FileName);
        Assert.Equal("SUMMARY_TOO_LONG", Assert.Single(written.Warnings).Code);
        var page = Encoding.UTF8.GetString(written.Content.Span);
        foreach (var text in new[] { "De regio heeft een nieuwe visie.", "Wat dit voor Assen betekent.", "Regiovisie, versie 1, vast te stellen.", "Jeugdhulpregio Drenthe" })
            Assert.Contains(text, page, StringComparison.Ordinal);
        var emmen = await WriteAsync(new() { Kind = PaperKind.CouncilProposal, Format = PaperFormat.Html, RoundId = round, MunicipalityId = "GM0114" });
        Assert.Contains("De eigen tekst van Emmen is niet bekend.", Encoding.UTF8.GetString(emmen.Content.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_write_the_same_text_do_not_overwrite_each_other()
    {
        var round = await new RoundWays(host).DraftAsync();
        var first = await host.Papers.SetOwnTextAsync(PaperSamples.Own(round, Assen));
        var second = PaperSamples.Own(round, Assen);
        second.Etag = first.Text.Etag;
        await host.Papers.SetOwnTextAsync(second);

        var third = PaperSamples.Own(round, Assen);
        third.Etag = first.Text.Etag;
        await Refusals.IsRefusedAsync("ETAG_MISMATCH", StatusCode.Aborted, async () => await host.Papers.SetOwnTextAsync(third));
    }

    [Fact]
    public async Task A_letter_shows_the_key_and_what_it_was_normalised_from()
    {
        var finance = new CostService.CostServiceClient(host.Host.CreateChannel(TestTokens.For(Roles.Finance)));
        var cost = (await finance.AllocateCostAsync(new()
        {
            RequestId = GeneratedRequest.NewId(), Subject = "Uitvoering JHRD", AmountCents = 850_000_00, AsOf = RoundWays.Past,
        })).CostAllocation;

        var written = await WriteAsync(new() { Kind = PaperKind.AllocationLetter, Format = PaperFormat.Html, CostAllocationId = cost.Id, MunicipalityId = Assen });

        var page = Encoding.UTF8.GetString(written.Content.Span).Replace('\u00A0', ' ');
        foreach (var text in new[] { "Uw aandeel is € 155.705,71", "18,3 %", "genormaliseerd vanaf 99,9 %", "€ 850.000,00" })
            Assert.Contains(text, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PaperKind.StateOfAffairs, "PAPER_NEEDS_ROUND")]
    [InlineData(PaperKind.Handover, "PAPER_NEEDS_MUNICIPALITY")]
    [InlineData(PaperKind.AllocationLetter, "PAPER_NEEDS_ALLOCATION")]
    public Task A_paper_says_what_it_needs(PaperKind kind, string reason) =>
        Refusals.IsRefusedAsync(reason, StatusCode.InvalidArgument, () => WriteAsync(new() { Kind = kind, Format = PaperFormat.Pdf }));

    [Fact]
    public async Task Every_paper_is_written_as_pdf_and_docx()
    {
        var (round, _) = await new RoundWays(host).WeighingAsync();
        foreach (var kind in new[] { PaperKind.StateOfAffairs, PaperKind.ResponseMemo, PaperKind.CouncilProposal, PaperKind.CouncilLetter, PaperKind.Annotation, PaperKind.Handover })
        {
            var pdf = await WriteAsync(new() { Kind = kind, Format = PaperFormat.Pdf, RoundId = round, MunicipalityId = Assen });
            Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(pdf.Content.Span[..5]), StringComparison.Ordinal);
            var docx = await WriteAsync(new() { Kind = kind, Format = PaperFormat.Docx, RoundId = round, MunicipalityId = Assen });
            Assert.Equal("PK", Encoding.Latin1.GetString(docx.Content.Span[..2]));
        }
    }

    [Fact]
    public async Task A_rule_stays_and_a_text_is_of_a_paper_that_people_write()
    {
        var rule = PaperSamples.Rule("GM0119");
        await host.Papers.SetPublicationRuleAsync(rule);
        rule.RequestId = GeneratedRequest.NewId();
        await Refusals.IsRefusedAsync("PUBLICATION_RULE_SET", StatusCode.AlreadyExists, async () => await host.Papers.SetPublicationRuleAsync(rule));

        var round = await new RoundWays(host).DraftAsync();
        var refused = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync(
            $"insert into paper_text (round_id, kind, municipality_id, sections, summary, version) values ('{round}', 'Handover', '', '[]', '', 1)"));
        Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
    }

    private async Task<WritePaperResponse> WriteAsync(WritePaperRequest request) => await host.Papers.WritePaperAsync(request);
}
