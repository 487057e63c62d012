using System.Diagnostics;
using Grpc.Core;
using Regio.CareMessages;
using Regio.CareMessages.Model;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;
using static Regio.Procurement.Tests.CareOrders.CareFiles;

namespace Regio.Procurement.Tests.CareOrders;

/// <summary>What becomes of a file that is delivered. On a database of its own: rows are counted.</summary>
public sealed class IntakeTests(ProcurementHost host) : IClassFixture<ProcurementHost>
{
    private readonly CareFiles _files = new(host);

    [Fact]
    public async Task A_right_message_is_taken_and_answered_without_a_code()
    {
        var agb = host.NewAgbCode();

        var answer = await _files.DeliverAsync(Start(agb, "ABC-1"));

        var message = answer.Message;
        Assert.Empty(answer.Findings);
        Assert.Equal(
            (CareMessageOutcome.Taken, "JW305", "GM0106", agb, "ABC-1", "JW306"),
            (message.Outcome, message.Kind, message.MunicipalityId, message.ProviderAgbCode, message.Identification, message.AnswerKind));
        Assert.Null(message.AnswerDueDate);
        Assert.Equal(
            $"De startmelding (JW305) tussen gemeente GM0106 en aanbieder {agb} is in orde en verwerkt. Het retourbericht JW306 staat klaar.", message.Summary);
        var returned = await ReturnAsync(message.Id);
        Assert.Empty(returned.Header.RetourCodes);
        Assert.Null(returned.Client);
        Assert.Equal(message, (await _files.Region.GetCareMessageAsync(new() { Id = message.Id })).Message);
    }

    [Fact]
    public async Task A_provider_is_shown_by_the_name_that_it_has_today_and_by_its_code_alone_where_it_is_not_registered()
    {
        var (known, unknown) = (await host.CreateProviderAsync("Stichting Vóór"), host.NewAgbCode());
        var first = (await _files.DeliverAsync(Start(known.AgbCode))).Message;
        var second = (await _files.DeliverAsync(Start(unknown))).Message;
        Assert.Equal(("Stichting Vóór", ""), (first.ProviderName, second.ProviderName));
        Assert.StartsWith($"De startmelding (JW305) tussen gemeente GM0106 en aanbieder Stichting Vóór ({known.AgbCode}) is", first.Summary, StringComparison.Ordinal);
        Assert.StartsWith($"De startmelding (JW305) tussen gemeente GM0106 en aanbieder {unknown} is", second.Summary, StringComparison.Ordinal);

        await host.Providers.UpdateProviderAsync(new() { RequestId = ProcurementHost.NewId(), Provider = new() { Id = known.Id, Name = "Stichting Na" }, UpdateMask = new() { Paths = { "name" } } });

        var listed = (await _files.Region.ListCareMessagesAsync(new() { PageSize = 500 })).Messages.ToDictionary(message => message.Id);
        Assert.Equal(("Stichting Na", known.AgbCode), (listed[first.Id].ProviderName, listed[first.Id].ProviderAgbCode));
        Assert.Contains($"aanbieder Stichting Na ({known.AgbCode})", listed[first.Id].Summary, StringComparison.Ordinal);
        Assert.Equal("", listed[second.Id].ProviderName);
        Assert.Equal(listed[first.Id], (await _files.Region.GetCareMessageAsync(new() { Id = first.Id })).Message);
    }

    [Fact]
    public async Task A_page_asks_once_for_the_names_of_all_its_providers()
    {
        var municipality = _files.Of(Roles.Service, municipality: "GM0109");
        List<string> names = ["Eerste", "Tweede", "Derde"];
        foreach (var name in names)
            await _files.DeliverAsync(Start((await host.CreateProviderAsync(name)).AgbCode, municipality: "0109"));

        using var root = new Activity("page").Start();
        root.ActivityTraceFlags = ActivityTraceFlags.Recorded;
        var page = await municipality.ListCareMessagesAsync(new());

        Assert.Equal(names.AsEnumerable().Reverse(), page.Messages.Select(message => message.ProviderName));
        Assert.Single(host.Host.Spans.OfTrace(root.TraceId), span => span.GetTagItem("db.query.text") is string statement && statement.Contains("provider AS", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_file_again_is_the_same_message_and_has_no_effect_whoever_brings_it()
    {
        var provider = await host.CreateProviderAsync();
        var file = Start(provider.AgbCode);
        var first = await _files.DeliverAsync(file);
        var rows = await _files.RowsAsync();

        var again = await _files.DeliverAsync(file);
        var byItsSender = await _files.DeliverAsync(file, _files.Of(Roles.Provider, provider: provider.Id));

        Assert.Equal((false, true, true), (first.KnownAlready, again.KnownAlready, byItsSender.KnownAlready));
        Assert.Equal((first.Message, first.Message), (again.Message, byItsSender.Message));
        Assert.Equal(rows, await _files.RowsAsync());
    }

    [Fact]
    public async Task A_file_that_comes_in_many_times_at_once_is_one_message()
    {
        var file = Start(host.NewAgbCode());

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _files.DeliverAsync(file)));

        Assert.Single(answers.Select(answer => answer.Message.Id).Distinct());
        Assert.Single(answers, answer => !answer.KnownAlready);
    }

    [Fact]
    public async Task A_message_that_breaks_a_rule_within_itself_is_refused_with_the_technical_code_at_the_header()
    {
        var answer = await _files.DeliverAsync(Start(host.NewAgbCode(), bsn: "999900007"));

        var finding = Assert.Single(answer.Findings);
        Assert.Equal(
            ("CS002", CareRuleLevel.Message, true, "0001", "/Bericht/Client/Bsn", 4),
            (finding.Rule, finding.Level, finding.IsError, finding.ReturnCode, finding.Path, finding.Line));
        Assert.Equal((CareMessageOutcome.Refused, "JW306"), (answer.Message.Outcome, answer.Message.AnswerKind));
        Assert.Contains("is afgekeurd: 1 bevinding. Het retourbericht JW306 staat klaar", answer.Message.Summary, StringComparison.Ordinal);
        var returned = await ReturnAsync(answer.Message.Id);
        Assert.Equal("0001", Assert.Single(returned.Header.RetourCodes).Data);
        Assert.Null(returned.Client);
    }

    [Fact]
    public async Task A_return_message_is_the_same_file_each_time()
    {
        var id = (await _files.DeliverAsync(Start(host.NewAgbCode(), bsn: "999900007"))).Message.Id;

        Assert.Equal(await _files.AnswerAsync(id), await _files.AnswerAsync(id));
    }

    [Fact]
    public async Task A_number_counts_once_for_its_sender_and_kind_and_a_refused_message_does_not_count()
    {
        var (agb, number) = (host.NewAgbCode(), NewNumber());
        await _files.DeliverAsync(Start(agb, number, bsn: "999900007"));

        var first = await _files.DeliverAsync(Start(agb, number));
        var second = await _files.DeliverAsync(Start(agb, number, date: "2026-02-06"));
        var another = await _files.DeliverAsync(Start(host.NewAgbCode(), number));

        Assert.Equal(
            (CareMessageOutcome.Taken, CareMessageOutcome.Refused, CareMessageOutcome.Taken),
            (first.Message.Outcome, second.Message.Outcome, another.Message.Outcome));
        var finding = Assert.Single(second.Findings);
        Assert.Equal(("TR056", "9056", "/Bericht/Header/BerichtIdentificatie/Identificatie"), (finding.Rule, finding.ReturnCode, finding.Path));
        Assert.Equal("9056", Assert.Single((await ReturnAsync(second.Message.Id)).Header.RetourCodes).Data);
    }

    [Fact]
    public async Task Of_two_messages_with_one_number_at_once_one_is_taken()
    {
        var (agb, number) = (host.NewAgbCode(), NewNumber());

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(day => _files.DeliverAsync(Start(agb, number, date: $"2026-02-0{day}"))));

        Assert.Single(answers, answer => answer.Message.Outcome == CareMessageOutcome.Taken);
        Assert.Equal(7, answers.Count(answer => answer.Findings.Any(finding => finding.Rule == "TR056")));
    }

    [Fact]
    public async Task A_message_of_tomorrow_is_refused_and_one_of_today_is_taken()
    {
        var today = TimeProvider.System.DutchToday();

        var ahead = await _files.DeliverAsync(Start(host.NewAgbCode(), date: $"{today.AddDays(1):yyyy-MM-dd}"));
        var now = await _files.DeliverAsync(Start(host.NewAgbCode(), date: $"{today:yyyy-MM-dd}"));

        Assert.Equal(("TR135", "8848"), (Assert.Single(ahead.Findings).Rule, ahead.Findings[0].ReturnCode));
        Assert.Equal(CareMessageOutcome.Taken, now.Message.Outcome);
    }

    [Fact]
    public async Task What_is_wrong_in_a_large_message_is_listed_page_by_page()
    {
        var file = Start(host.NewAgbCode()).Replace("<StartProducten>", $"<StartProducten>{string.Concat(Enumerable.Repeat("<Vreemd/>", 130))}", StringComparison.Ordinal);
        var answer = await _files.DeliverAsync(file);

        var rest = await _files.Region.ListCareFindingsAsync(new() { Id = answer.Message.Id, PageSize = 100 });
        var last = await _files.Region.ListCareFindingsAsync(new() { Id = answer.Message.Id, PageSize = 100, PageToken = rest.NextPageToken });

        Assert.Equal((100, 130), (answer.Findings.Count, answer.Message.FindingCount));
        Assert.Equal(answer.Findings, rest.Findings);
        Assert.Equal((30, ""), (last.Findings.Count, last.NextPageToken));
    }

    [Fact]
    public async Task Each_party_sees_and_brings_what_it_sends_and_sees_what_is_sent_to_it()
    {
        var (own, other) = (await host.CreateProviderAsync(), await host.CreateProviderAsync());
        var provider = _files.Of(Roles.Provider, provider: own.Id);
        var rows = await _files.RowsAsync();

        var foreign = await Refused.ByAsync(() => _files.DeliverAsync(Start(other.AgbCode), provider));
        var receiver = await Refused.ByAsync(() => _files.DeliverAsync(Start(own.AgbCode), _files.Of(Roles.Service, municipality: "GM0106")));
        var nobody = await Refused.ByAsync(() => _files.DeliverAsync(Start(own.AgbCode), _files.Of(Roles.Provider)));

        Assert.All([foreign, receiver, nobody], refused => Assert.Equal((StatusCode.PermissionDenied, "OTHER_PARTY_DATA"), (refused.Code, refused.Reason)));
        Assert.Equal(rows, await _files.RowsAsync());
        var mine = (await _files.DeliverAsync(Start(own.AgbCode, municipality: "0118"), provider)).Message;
        await _files.DeliverAsync(Start(other.AgbCode, municipality: "0119"));
        Assert.Equal(mine.Id, Assert.Single((await provider.ListCareMessagesAsync(new())).Messages).Id);
        Assert.Equal(mine.Id, Assert.Single((await _files.Of(Roles.Service, municipality: "GM0118").ListCareMessagesAsync(new())).Messages).Id);
        var unseen = await Refused.ByAsync(async () => await _files.Of(Roles.Service, municipality: "GM0119").GetCareMessageAsync(new() { Id = mine.Id }));
        Assert.Equal((StatusCode.NotFound, "CARE_MESSAGE_UNKNOWN"), (unseen.Code, unseen.Reason));
    }

    [Fact]
    public async Task A_file_without_a_readable_header_is_seen_by_who_brought_it()
    {
        var (own, other) = (await host.CreateProviderAsync(), await host.CreateProviderAsync());
        var file = $"geen bericht {NewNumber()}";

        var first = await _files.DeliverAsync(file, _files.Of(Roles.Provider, provider: own.Id));
        var second = await _files.DeliverAsync(file, _files.Of(Roles.Provider, provider: other.Id));

        Assert.False(second.KnownAlready);
        Assert.Equal(first.Message.Id, Assert.Single((await _files.Of(Roles.Provider, provider: own.Id).ListCareMessagesAsync(new())).Messages).Id);
    }

    [Fact]
    public async Task A_file_that_is_no_message_has_no_return_message_to_download()
    {
        var id = (await _files.DeliverAsync($"geen bericht {NewNumber()}")).Message.Id;

        var refused = await Refused.ByAsync(() => _files.AnswerAsync(id));

        Assert.Equal((StatusCode.FailedPrecondition, "CARE_MESSAGE_UNANSWERED"), (refused.Code, refused.Reason));
    }

    private async Task<Jw306> ReturnAsync(string id)
    {
        using var file = new MemoryStream(await _files.AnswerAsync(id));
        var reading = MessageValidator.Validate(file);
        Assert.Empty(reading.Findings);
        return Assert.IsType<Jw306>(reading.Message);
    }
}
