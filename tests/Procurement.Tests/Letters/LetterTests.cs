using System.Text;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.Tests.Worklist;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Letters;

/// <summary>Letters as they leave the service, in each form.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class LetterTests(ProcurementHost host)
{
    private readonly Watch _watch = new(host);
    private readonly LetterService.LetterServiceClient _letters = new(host.Invoker(TestTokens.For(Roles.ContractManager)));

    [Theory]
    [InlineData(LetterKind.CeilingWarning, "waarschuwing-omzetplafond", "€ 75.000,00 (75,0 %)")]
    [InlineData(LetterKind.ClientStop, "clientenstop", "later aangekondigd dan de afgesproken 28 dagen")]
    [InlineData(LetterKind.Addendum, "addendum", "Het contract loopt door tot en met 31 december 2027.")]
    [InlineData(LetterKind.ImprovementPlan, "verbeterplan", "uiterlijk op 15 januari 2027 een plan")]
    [InlineData(LetterKind.TariffSheet, "tariefblad", "€ 95,00")]
    public async Task A_letter_says_in_Dutch_what_was_recorded_in_each_form_and_twice_the_same(LetterKind kind, string name, string told)
    {
        var (id, number) = await SubjectAsync(kind);
        WriteLetterRequest Asked(LetterFormat format) => new() { Kind = kind, Id = id, AddendumNumber = number, AsOf = Day(2026, 3, 1), Format = format };

        var page = await _letters.WriteLetterAsync(Asked(LetterFormat.Html));
        var (pdf, docx) = (await _letters.WriteLetterAsync(Asked(LetterFormat.Pdf)), await _letters.WriteLetterAsync(Asked(LetterFormat.Docx)));

        var text = Encoding.UTF8.GetString(page.Content.Span).Replace('\u00a0', ' ');
        Assert.Contains(told, text, StringComparison.Ordinal);
        Assert.Contains("Yorneo", text, StringComparison.Ordinal);
        Assert.Equal((name + ".html", name + ".pdf", name + ".docx"), (page.FileName, pdf.FileName, docx.FileName));
        Assert.Equal("%PDF", Encoding.ASCII.GetString(pdf.Content.Span[..4]));
        Assert.Equal("PK", Encoding.ASCII.GetString(docx.Content.Span[..2]));
        Assert.Equal(pdf.Content, (await _letters.WriteLetterAsync(Asked(LetterFormat.Pdf))).Content);
    }

    [Fact]
    public async Task A_letter_about_another_provider_looks_unknown_and_one_about_an_addendum_names_it()
    {
        var signed = await host.SignAsync(await host.DraftAsync());
        var other = new LetterService.LetterServiceClient(host.Invoker(TestTokens.For(Roles.Provider, provider: (await host.CreateProviderAsync()).Id)));
        WriteLetterRequest Asked(LetterKind kind, int number = 0) => new() { Kind = kind, Id = signed.Id, AddendumNumber = number, Format = LetterFormat.Html };

        Assert.Equal("CONTRACT_UNKNOWN", (await Refused.ByAsync(async () => await other.WriteLetterAsync(Asked(LetterKind.TariffSheet)))).Reason);
        Assert.Equal("LETTER_NEEDS_ADDENDUM", (await Refused.ByAsync(async () => await _letters.WriteLetterAsync(Asked(LetterKind.Addendum)))).Reason);
        Assert.Equal("ADDENDUM_UNKNOWN", (await Refused.ByAsync(async () => await _letters.WriteLetterAsync(Asked(LetterKind.Addendum, 1)))).Reason);
    }

    private async Task<(string Id, int Number)> SubjectAsync(LetterKind kind)
    {
        if (kind == LetterKind.CeilingWarning)
            return ((await new CeilingDrafts(host).WarnedAsync()).Id, 0);
        var signed = await host.SignAsync(await host.DraftAsync());
        switch (kind)
        {
            case LetterKind.ClientStop:
                return (await StopAsync(signed.ProviderId), 0);
            case LetterKind.ImprovementPlan:
                var plan = new ImprovementPlan { ContractId = signed.Id, Subject = "Wachttijd", DueDate = Day(2027, 1, 15), Owner = "Kwaliteitsmanager" };
                return ((await _watch.Management.OpenImprovementPlanAsync(new() { RequestId = NewId(), Plan = plan })).Plan.Id, 0);
            case LetterKind.Addendum:
                await host.Contracts.RenewContractAsync(new() { RequestId = NewId(), Id = signed.Id, CurrentEndDate = Day(2027, 1, 1), AnnouncedDate = Day(2026, 3, 1) });
                return (signed.Id, 1);
            default:
                return (signed.Id, 0);
        }
    }

    private async Task<string> StopAsync(string provider) => (await new CeilingDrafts(host).Rpcs.RecordClientStopAsync(new()
    {
        RequestId = NewId(),
        ClientStop = new ClientStop
        {
            ProviderId = provider, Declarer = ClientStopDeclarer.Provider, AnnouncedDate = Day(2026, 3, 1), Period = new() { StartDate = Day(2026, 3, 8) }, Ground = "Geen personeel", NoticeDays = 28,
        },
    })).ClientStop.Id;
}
