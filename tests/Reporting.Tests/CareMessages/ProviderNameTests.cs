using AngleSharp.Dom;
using Regio.Messages.Procurement.V1;
using Regio.Reporting.Tests.Projection.Samples;
using Regio.Reporting.Tests.Sessions;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Reporting.Tests.CareMessages;

/// <summary>Who sent or gets a message, by the name in the register. Each test has a provider of its own.</summary>
public sealed class ProviderNameTests(ReportingHost host) : IClassFixture<ReportingHost>, IDisposable
{
    private static int s_providers;

    private readonly Browser _browser = new(host.Host.HttpAddress);
    private readonly Guid _message = Guid.CreateVersion7();
    private readonly Guid _provider = Guid.CreateVersion7();
    private readonly string _agbCode = $"{73_000_100 + Interlocked.Increment(ref s_providers)}";

    public void Dispose() => _browser.Dispose();

    [Fact]
    public async Task A_registered_provider_is_shown_by_its_name_with_the_code_after_it()
    {
        await TellAsync(Registered(1, "Yorneo"));
        await ReceiveAsync();

        Assert.Equal(("Yorneo", _agbCode), await ShownAsync());
        Assert.Contains($"tussen GM0106 en Yorneo (AGB {_agbCode}).", await SentenceAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_is_not_registered_is_shown_by_its_code_alone_until_it_is()
    {
        await ReceiveAsync();

        Assert.Equal((_agbCode, ""), await ShownAsync());
        Assert.Contains($"tussen GM0106 en aanbieder {_agbCode}.", await SentenceAsync(), StringComparison.Ordinal);

        await TellAsync(Registered(1, "Ambiq"));
        Assert.Equal(("Ambiq", _agbCode), await ShownAsync());
    }

    [Fact]
    public async Task A_renamed_provider_is_shown_under_its_new_name_on_older_messages_too()
    {
        await TellAsync(Registered(1, "Elker"));
        await ReceiveAsync();

        await TellAsync(Registered(2, "Elker Noord"));

        Assert.Equal(("Elker Noord", _agbCode), await ShownAsync());
    }

    [Fact]
    public async Task An_older_event_that_comes_late_changes_nothing()
    {
        await ReceiveAsync();
        await TellAsync(Registered(3, "Cosis") with { CertifiedInstitution = true });
        var before = await RowAsync();

        await TellAsync(Registered(2, "Promens"));
        await TellAsync(Registered(1, "De Trans"));

        Assert.Equal(before, await RowAsync());
        Assert.Equal(("Cosis", _agbCode), await ShownAsync());
    }

    [Fact]
    public async Task A_name_with_markup_is_text()
    {
        const string Name = "<b onclick=\"x\">Zorg</b> & Zo <script>";
        await TellAsync(Registered(1, Name));
        await ReceiveAsync();

        Assert.Equal((Name, _agbCode), await ShownAsync());
        Assert.Contains($"en {Name} (AGB {_agbCode}).", await SentenceAsync(), StringComparison.Ordinal);
        foreach (var path in new[] { "/mijn/berichten", $"/mijn/berichten/{_message}" })
            Assert.Empty((await _browser.PageAsync(path)).QuerySelectorAll("[onclick], script"));
    }

    private ProviderChanged Registered(long version, string name) => ProviderSamples.Of(_provider, version, _agbCode, name);

    private async Task ReceiveAsync() => await TellAsync(CareMessageSamples.Of(_message, "JW305") with { ProviderAgbCode = _agbCode });

    private async Task TellAsync(object message)
    {
        var id = Guid.CreateVersion7();
        await host.PublishAsync(message, id);
        await Eventually.Is("it is handled", 1L, () => host.Database.ScalarAsync<long>($"select count(*) from inbox_message where message_id = '{id}'"));
    }

    private Task<string?> RowAsync() => host.Database.ScalarAsync<string>($"select to_jsonb(p)::text from provider p where id = '{_provider}'");

    /// <summary>What the list shows of the provider of the message, and in small beside it.</summary>
    private async Task<(string Provider, string Small)> ShownAsync()
    {
        await _browser.LogInAsync(Roles.ContractManager);
        var row = Assert.Single((await _browser.PageAsync("/mijn/berichten")).QuerySelectorAll($"tr[data-message='{_message}']"));
        var cell = row.QuerySelector("td[data-label^=Aanbieder]")!;
        return (string.Concat(cell.ChildNodes.OfType<IText>().Select(text => text.TextContent)).Trim(), cell.QuerySelector("small")?.TextContent ?? "");
    }

    private async Task<string> SentenceAsync() => (await _browser.PageAsync($"/mijn/berichten/{_message}")).QuerySelector("header p.soft")!.TextContent;
}
