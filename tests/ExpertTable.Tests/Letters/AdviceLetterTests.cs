using System.Net;
using System.Text;
using Grpc.Core;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.ExpertTable.Tests.Letters;

/// <summary>The letter with the advice, as it leaves the service.</summary>
public sealed class AdviceLetterTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    [Theory]
    [InlineData(LetterFormat.Html, "adviesbrief.html", "<")]
    [InlineData(LetterFormat.Pdf, "adviesbrief.pdf", "%PDF")]
    [InlineData(LetterFormat.Docx, "adviesbrief.docx", "PK")]
    public async Task It_is_written_in_each_form_and_twice_the_same(LetterFormat format, string name, string start)
    {
        var id = (await host.CaseInAsync(CaseState.Advised)).Id;

        var first = await Letters().WriteAdviceLetterAsync(new() { Id = id, Format = format });
        var second = await Letters().WriteAdviceLetterAsync(new() { Id = id, Format = format });

        Assert.Equal(name, first.FileName);
        Assert.StartsWith(start, Encoding.Latin1.GetString(first.Content.Span), StringComparison.Ordinal);
        Assert.Equal(first.Content, second.Content);
        Assert.Equal(2, await host.CountAsync($"select count(*) from case_read where case_id = '{id}' and method = 'WriteAdviceLetter'"));
    }

    [Fact]
    public async Task It_tells_the_advice_the_options_the_dissent_and_by_when_to_decide_and_never_the_name()
    {
        var id = (await host.CaseInAsync(CaseState.Scheduled)).Id;
        await host.Chair.GiveAdviceAsync(new(Requests.Advice(id)) { Text = "Eerst rust.\nDan school.", Dissent = "School kan eerder.", Options = { "Gezinshuis", "Thuis met hulp" } });

        var text = await PageAsync(id);

        Assert.Contains("Aan de gemeente Assen", text, StringComparison.Ordinal);
        Assert.All(["Eerst rust.", "Dan school.", "School kan eerder.", "Gezinshuis", "Thuis met hulp", id, "Wilt u uiterlijk op"], told => Assert.Contains(told, text, StringComparison.Ordinal));
        Assert.DoesNotContain("Sanne", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Verklarende analyse", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_analysis_stands_in_it_once_it_was_shared()
    {
        var id = (await host.CaseInAsync(CaseState.Advised)).Id;
        var analysis = (await host.ReadAsync(id)).Analyses[0].Text;
        Assert.DoesNotContain(analysis, await PageAsync(id), StringComparison.Ordinal);

        await new TextService.TextServiceClient(host.Invoker(TestTokens.For(Roles.TableChair))).ShareAnalysisAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id, Version = 1 });

        Assert.Contains(analysis, await PageAsync(id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_advice_there_is_no_letter_and_the_municipality_gets_that_of_its_own_child_only()
    {
        var early = (await host.CaseInAsync(CaseState.Scheduled)).Id;
        var advised = (await host.CaseInAsync(CaseState.Advised)).Id;

        var refused = await Refused.ByAsync(async () => await Letters().WriteAdviceLetterAsync(new() { Id = early, Format = LetterFormat.Pdf }));
        var other = await Refused.ByAsync(async () => await Letters(Roles.PolicyAdviser, "GM0114").WriteAdviceLetterAsync(new() { Id = advised, Format = LetterFormat.Pdf }));

        Assert.Equal((StatusCode.FailedPrecondition, "ADVICE_MISSING"), (refused.StatusCode, refused.Reason()));
        Assert.Equal((StatusCode.NotFound, "CASE_UNKNOWN"), (other.StatusCode, other.Reason()));
        Assert.NotEmpty((await Letters(Roles.PolicyAdviser, "GM0106").WriteAdviceLetterAsync(new() { Id = advised, Format = LetterFormat.Pdf })).Content);
    }

    private LetterService.LetterServiceClient Letters(string role = Roles.TableChair, string? municipality = null) => new(host.Invoker(TestTokens.For(role, municipality)));

    private async Task<string> PageAsync(string id) => WebUtility.HtmlDecode(
        Encoding.UTF8.GetString((await Letters().WriteAdviceLetterAsync(new() { Id = id, Format = LetterFormat.Html })).Content.Span)).Replace('\u00a0', ' ');
}
