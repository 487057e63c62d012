using Grpc.Core;
using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.V1;
using Regio.Testing.Rpcs;

namespace Regio.Municipalities.Tests.Glossary;

/// <summary>The words of the region over real gRPC.</summary>
public sealed class GlossaryTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    [Fact]
    public async Task A_word_with_two_meanings_is_ambiguous_and_so_is_one_that_nobody_explains()
    {
        var ambiguous = await ListAsync(new() { AmbiguousOnly = true, PageSize = 500 });

        Assert.Equal(["YouthByLaw", "YouthByStatistics"], ambiguous.Single(t => t.Term_ == "jeugdige").Meanings.Select(m => m.Code));
        Assert.Equal(["CareAssignment", "CostAllocation"], ambiguous.Single(t => t.Term_ == "toewijzing").Meanings.Select(m => m.Code));
        Assert.Equal("", Assert.Single(ambiguous.Single(t => t.Term_ == "bevorderlijke kringloop").Meanings).Text);
        Assert.DoesNotContain(ambiguous, t => t.Term_ == "raadsvoorstel");
        Assert.All(ambiguous, t => Assert.True(t.Ambiguous));
    }

    [Fact]
    public async Task Another_meaning_makes_a_word_ambiguous_and_overwrites_nothing()
    {
        var word = $"woord {Guid.NewGuid():N}";
        Assert.False((await DefineAsync(word, "Eerste", "Het ene.")).Ambiguous);
        var term = await DefineAsync(word.ToUpperInvariant(), "Tweede", "Het andere.");

        Assert.True(term.Ambiguous);
        Assert.Equal(["Het ene.", "Het andere."], term.Meanings.Select(m => m.Text));
        await Refusals.IsRefusedAsync("MEANING_DEFINED", StatusCode.AlreadyExists, () => DefineAsync(word, "Eerste", "Iets anders."));
        Assert.Equal(2, Assert.Single(await ListAsync(new() { Text = word })).Meanings.Count);
    }

    [Fact]
    public async Task Words_come_in_alphabetical_order_page_by_page()
    {
        var all = new List<string>();
        var request = new ListTermsRequest { PageSize = 4 };
        do
        {
            var page = await host.Glossary.ListTermsAsync(request);
            all.AddRange(page.Terms.Select(t => t.Term_));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(all.Distinct().OrderBy(w => w.ToUpperInvariant(), StringComparer.Ordinal), all);
        Assert.True(all.Count > 25);
    }

    private async Task<IReadOnlyList<Term>> ListAsync(ListTermsRequest request) => (await host.Glossary.ListTermsAsync(request)).Terms;

    private async Task<Term> DefineAsync(string word, string code, string text) => (await host.Glossary.DefineTermAsync(new()
    {
        RequestId = GeneratedRequest.NewId(),
        Term = word,
        Meaning = new() { Code = code, Text = text, Source = new() { Title = "Regiovisie" } },
    })).Term;
}
