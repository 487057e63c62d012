using Grpc.Core;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Tests.Features;

/// <summary>Texts are looked at before they leave the table, and the municipality reads what was shared.</summary>
public sealed class TextFeatureTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    // The child that Requests registers is called Sanne Proef.
    private const string Telling = "Sanne woont op Dorpsstraat 12, 9401 AB.";

    [Fact]
    public async Task Who_writes_is_told_where_a_text_gives_the_child_away_and_nothing_of_it_is_kept()
    {
        var id = (await host.CaseInAsync(CaseState.Accepted)).Id;
        var version = await host.CountAsync($"select version from case_file where id = '{id}'");

        var found = (await Texts(Roles.ProcessGuide).CheckTextAsync(new() { Id = id, Texts = { new NamedText { Field = "advies", Text = Telling } } })).Findings;

        Assert.Equal(
            [("advies", 0, 5, TextFindingKind.Name), ("advies", 15, 14, TextFindingKind.Address), ("advies", 31, 7, TextFindingKind.Postcode)],
            found.Select(f => (f.Field, f.Offset, f.Length, f.Kind)));
        Assert.Equal(version, await host.CountAsync($"select version from case_file where id = '{id}'"));
        Assert.Equal(1, await host.CountAsync($"select count(*) from case_read where case_id = '{id}' and method = 'CheckText'"));
    }

    [Fact]
    public async Task An_advice_that_names_the_child_is_held_back_until_the_chair_says_why()
    {
        var id = (await host.CaseInAsync(CaseState.Scheduled)).Id;
        var advice = new GiveAdviceRequest(Requests.Advice(id)) { Text = Telling };

        var refused = await Refused.ByAsync(async () => await host.Chair.GiveAdviceAsync(advice));
        await host.Chair.GiveAdviceAsync(new(advice) { RequestId = ExpertTableHost.NewId(), OverrideReason = "De gemeente kent het gezin." });

        Assert.Equal((StatusCode.InvalidArgument, "TEXT_GIVES_AWAY", "text"), (refused.StatusCode, refused.Reason(), refused.Field()));
        Assert.Contains("text@0+5:name, text@15+14:address, text@31+7:postcode", refused.Status.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("Sanne", refused.GetRpcStatus()!.ToString(), StringComparison.Ordinal);
        var record = Assert.Single((await host.ReadAsync(id)).Records, r => r.Kind == CaseRecordKind.TextCheckOverridden);
        Assert.Equal(("De gemeente kent het gezin.", "a table-chair"), (record.Text, record.Author));
        Assert.Equal(["name", "address", "postcode"], record.Codes);
    }

    [Fact]
    public async Task A_question_to_a_wider_table_is_held_back_too()
    {
        var id = (await host.CaseInAsync(CaseState.Stuck)).Id;

        var refused = await Refused.ByAsync(async () => await host.FollowUpAs(Roles.TableChair).EscalateCaseAsync(new(FollowUps.Escalate(id)) { Question = Telling }));

        Assert.Equal(("TEXT_GIVES_AWAY", "question"), (refused.Reason(), refused.Field()));
        Assert.Equal(CaseState.Stuck, (await host.ReadAsync(id)).State);
    }

    [Fact]
    public async Task The_municipality_reads_an_analysis_once_it_is_shared_and_no_other_text_of_the_table()
    {
        var id = (await host.CaseInAsync(CaseState.Stuck)).Id;
        Assert.Equal("", (await host.ReadAsync(id, host.Assen)).Analyses[0].Text);

        await Texts(Roles.TableChair).ShareAnalysisAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id, Version = 1 });
        var unknown = await Refused.ByAsync(async () => await Texts(Roles.TableChair).ShareAnalysisAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id, Version = 2 }));
        var twice = await Refused.ByAsync(async () => await Texts(Roles.TableChair).ShareAnalysisAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id, Version = 1 }));

        Assert.Equal(("ANALYSIS_UNKNOWN", "ANALYSIS_SHARED"), (unknown.Reason(), twice.Reason()));
        var seen = await host.ReadAsync(id, host.Assen);
        Assert.Equal(("De verklarende analyse.", "Het advies."), (seen.Analyses[0].Text, seen.Advice.Text));
        Assert.Contains(seen.Records, r => r is { Kind: CaseRecordKind.GotStuck, Text: "" });
        Assert.Contains((await host.ReadAsync(id)).Records, r => r is { Kind: CaseRecordKind.GotStuck, Text: "Geen plek." });
    }

    private TextService.TextServiceClient Texts(string role) => new(host.Invoker(Regio.Testing.TestTokens.For(role)));
}
