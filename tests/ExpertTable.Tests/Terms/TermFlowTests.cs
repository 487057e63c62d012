using Google.Rpc;
using Grpc.Core;
using Npgsql;
using Regio.Common.V1;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.ExpertTable.Tests.Terms;

/// <summary>On a service of their own: a term set here would hold for every other test.</summary>
public sealed class TermFlowTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    private readonly TermService.TermServiceClient _terms = new(host.Invoker(TestTokens.For(Roles.Regiomanager)));

    [Fact]
    public async Task The_service_starts_with_a_setting_of_each_term_with_ground_and_source()
    {
        var settings = (await _terms.GetTermsAsync(new())).Settings;

        Assert.Equal(Enum.GetValues<Term>().Where(term => term != Term.Unspecified), settings.Select(setting => setting.Term));
        Assert.All(settings, setting => Assert.True(setting.Ground.Length > 0 && setting.Source.Title.Length > 0));
    }

    [Fact]
    public async Task A_setting_is_read_back_on_its_days_and_stays_in_the_list()
    {
        var before = await ReadAsync(Term.StuckDays, Day(2029, 12, 31));
        var set = (await _terms.SetTermAsync(Setting(Term.StuckDays, 5, Day(2030, 1, 1)))).Setting;

        Assert.Equal(before, await ReadAsync(Term.StuckDays, Day(2029, 12, 31)));
        Assert.Equal(5, await ReadAsync(Term.StuckDays, Day(2030, 1, 1)));
        var listed = (await _terms.ListTermSettingsAsync(new() { Term = Term.StuckDays })).Settings;
        Assert.Equal((2, set.Id, "Besluit van het bestuur"), (listed.Count, listed[0].Id, listed[0].Ground));
    }

    [Fact]
    public async Task A_second_setting_from_the_same_day_and_one_out_of_range_are_refused()
    {
        await _terms.SetTermAsync(Setting(Term.TriageDays, 10, Day(2031, 1, 1)));

        var again = await Refused.ByAsync(async () => await _terms.SetTermAsync(Setting(Term.TriageDays, 12, Day(2031, 1, 1))));
        var over = await Refused.ByAsync(async () => await _terms.SetTermAsync(Setting(Term.TriageDays, 0, Day(2032, 1, 1))));
        var atOnce = await Task.WhenAll(Enumerable.Range(2, 4).Select(async value =>
            await Record.ExceptionAsync(async () => await _terms.SetTermAsync(Setting(Term.GuideDays, value, Day(2033, 1, 1))))));

        Assert.Equal((StatusCode.AlreadyExists, "TERM_SET", "setting.start_date"), (again.StatusCode, again.Reason(), again.Field()));
        Assert.Equal((StatusCode.InvalidArgument, "TERM_OUT_OF_RANGE", "setting.value"), (over.StatusCode, over.Reason(), over.Field()));
        Assert.Single(atOnce, answer => answer is null);
        Assert.All(atOnce.OfType<RpcException>(), refused => Assert.Equal("TERM_SET", refused.Reason()));
        Assert.Equal("23001", (await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync("update term_setting set value = 1"))).SqlState);
    }

    [Fact]
    public async Task A_changed_age_tells_who_consents_from_its_day_on()
    {
        var (before, change) = (Day(2034, 1, 1), Day(2036, 1, 1));
        var request = Requests.Register();
        // Twelve on the first of these days, fourteen on the second.
        request.Identity.BirthDate = Day(2022, 1, 1);
        var file = (await host.Guide.RegisterCaseAsync(request)).Case;
        await host.Consents().RecordPartyAsync(Consent.Party(file, ConsentPartyKind.AuthorityHolder));
        await _terms.SetTermAsync(Setting(Term.FileYouthAge, 15, change));

        Assert.Equal((false, true), (await HolderAsync(before), await HolderAsync(change)));

        async Task<bool> HolderAsync(Date day) => Assert.Single((await host.Consents().GetGroundsAsync(new() { Id = file.Id, Day = day }))
            .Grounds.Single(ground => ground.Purpose == ConsentPurpose.File).Standings).Required;
    }

    [Fact]
    public async Task Fewer_years_of_keeping_make_a_file_due_that_was_kept_before()
    {
        var id = (await host.CaseInAsync(CaseState.Closed)).Id;
        await host.Database.ExecuteAsync(
            $"""
            alter table case_entry disable trigger user;
            update case_entry set written_at = now() - interval '11 years' where case_id = '{id}';
            alter table case_entry enable trigger user;
            update case_file set state_since = now() - interval '11 years' where id = '{id}';
            """);
        var early = await Refused.ByAsync(async () => await host.Keeper().DestroyCaseAsync(Keeping.Destroy(id, DestructionGround.Term)));
        Assert.Empty((await host.Keeper().ListDueCasesAsync(new())).Cases);

        await _terms.SetTermAsync(Setting(Term.FileYears, 10, ExpertTableHost.Today));

        Assert.Equal("RETENTION_RUNS", early.Reason());
        Assert.Equal([id], (await host.Keeper().ListDueCasesAsync(new())).Cases.Select(file => file.Id));
        await host.Keeper().DestroyCaseAsync(Keeping.Destroy(id, DestructionGround.Term));
    }

    [Theory]
    [InlineData(Term.HelpYouthAge, 19, "18")]
    [InlineData(Term.FileYears, 101, "100")]
    public async Task An_age_over_that_of_an_adult_and_years_beyond_a_century_are_refused(Term term, int value, string most)
    {
        var refused = await Refused.ByAsync(async () => await _terms.SetTermAsync(Setting(term, value, Day(2037, 1, 1))));

        var limits = refused.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Metadata;
        Assert.Equal(("TERM_OUT_OF_RANGE", "setting.value", "1", most), (refused.Reason(), refused.Field(), limits?["least"], limits?["most"]));
    }

    private async Task<int> ReadAsync(Term term, Date day) => (await _terms.GetTermsAsync(new() { AsOf = day })).Settings.Single(setting => setting.Term == term).Value;

    private static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };

    private static SetTermRequest Setting(Term term, int value, Date from) => new()
    {
        RequestId = ExpertTableHost.NewId(),
        Setting = new TermSetting { Term = term, Value = value, StartDate = from, Ground = "Besluit van het bestuur", Source = new Source { Title = "Besluitenlijst" } },
    };
}
