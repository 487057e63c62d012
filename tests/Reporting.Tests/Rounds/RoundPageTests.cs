using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Regio.Testing;

namespace Regio.Reporting.Tests.Rounds;

public sealed class RoundPageTests(ReportingHost host) : IClassFixture<ReportingHost>
{
    [Fact]
    public async Task Anybody_sees_who_decided_what_and_when_and_what_became_of_each_remark()
    {
        await ToldAsync(DecisionRounds.Vision);

        var page = await PageAsync($"/besluiten/{DecisionRounds.VisionId}");

        Assert.Equal("Regiovisie jeugdhulp 2026-2030", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("1 van 12 tellen mee, 12 zijn nodig, 1 afgewezen", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["Gemeenteraad van Emmen", "afgewezen", "11 juni 2026", "", "telt tegen"],
            RowOf(page, "Gemeenteraad van Emmen").Select(cell => cell.TextContent));
        Assert.Equal(
            ["Gemeenteraad van Aa en Hunze, opmerking 2", "meegenomen in de uitvoering", "ABO Jeugdhulpregio Drenthe", "open, voor 1 september 2026", "", ""],
            RowOf(page, "Gemeenteraad van Aa en Hunze, opmerking 2").Select(cell => cell.TextContent));
        Assert.Contains("niets gehoord; dat is geen instemming", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("script"));
        var list = await PageAsync("/besluiten");
        Assert.Equal("1 juli 2026", list.QuerySelector($"[data-round='{DecisionRounds.VisionId}'] [data-label='Tot en met']")!.TextContent);
    }

    [Fact]
    public async Task A_remark_is_followed_to_the_clause_and_the_indicator_that_it_led_to()
    {
        var contract = Guid.CreateVersion7();
        var line = Care.Line("JHRD", 8, 250_00);
        var changed = WorkAndPlans.Item(Guid.CreateVersion7(), 1, "GM1680", dueOn: null, state: "done") with { RoundId = DecisionRounds.VisionId, ViewNumber = 1, RemarkNumber = 1 };
        await host.PublishAsync(Care.Signed(contract, 2, line));
        await host.PublishAsync(changed with { ContractId = contract, ContractLineId = line.LineId, IndicatorCode = "youth-care-use" });
        await host.PublishAsync(changed with { WorkItemId = Guid.CreateVersion7(), RemarkNumber = 3, State = "dropped", AgreementId = Guid.CreateVersion7(), ObligationNumber = 2, IndicatorCode = "not-here" });
        await ToldAsync(DecisionRounds.Vision);
        await Eventually.Is("all is known", 3, () => host.Database.ScalarAsync<long>($"select (select count(*) from work_item where round_id = '{DecisionRounds.VisionId}') + (select count(*) from contract_line where line_id = '{line.LineId}')"));
        var name = await host.Database.ScalarAsync<string>("select name from indicator where id = 'youth-care-use' order by valid_from desc limit 1");

        var page = await PageAsync($"/besluiten/{DecisionRounds.VisionId}");

        Assert.Equal(
            ["actie gedaan op 5 januari 2026", "contractregel voor product product, ingekocht door JHRD", name],
            RowOf(page, "Gemeenteraad van Aa en Hunze, opmerking 1").Skip(3).Select(cell => cell.TextContent));
        Assert.Equal(
            ["actie vervallen", "verplichting 2 van een overeenkomst", "not-here"],
            RowOf(page, "Gemeenteraad van Aa en Hunze, opmerking 3").Skip(3).Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task What_is_still_being_drafted_is_on_no_page()
    {
        var id = Guid.CreateVersion7();
        await ToldAsync(DecisionRounds.Vision with { RoundId = id, State = "draft", Subject = "Geheim nog" });

        Assert.DoesNotContain("Geheim nog", (await PageAsync("/besluiten")).Body!.TextContent, StringComparison.Ordinal);
        using var answer = await host.Http.GetAsync(new Uri($"/besluiten/{id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static IHtmlCollection<IElement> RowOf(IDocument page, string head) => page.QuerySelectorAll("tbody tr").First(row => row.Children[0].TextContent == head).Children;

    private async Task ToldAsync(Messages.Municipalities.V1.RoundChanged changed)
    {
        await host.PublishAsync(changed);
        await Eventually.Is("the round is known", 1, () => host.Database.ScalarAsync<long>($"select count(*) from decision_round where id = '{changed.RoundId}'"));
    }

    private async Task<IDocument> PageAsync(string address) => new HtmlParser().ParseDocument(await host.Http.GetStringAsync(new Uri(address, UriKind.Relative)));
}
