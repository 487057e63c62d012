using Npgsql;
using Regio.Common.V1;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Terms;

/// <summary>On services of their own: a term set here would hold for every other test.</summary>
public sealed class TermFlowTests(ProcurementHost host) : IClassFixture<ProcurementHost>
{
    private readonly TermService.TermServiceClient _terms = new(host.Invoker(TestTokens.For(Roles.ContractManager)));

    [Fact]
    public async Task Rules_use_the_setting_of_the_day_and_what_was_agreed_before_stays()
    {
        var before = (await host.Contracts.CreateContractAsync(await WithoutClocksAsync())).Contract;
        await SetAsync(Term.NoticeMonths, 9);
        await SetAsync(Term.StandstillDays, 30);
        await SetAsync(Term.CeilingWarningPercent, 80);
        var drafts = new ProcedureDrafts(host);

        Assert.Equal(6, before.Clocks.NoticeMonths);
        Assert.Equal(6, (await host.Contracts.GetContractAsync(new() { Id = before.Id })).Contract.Clocks.NoticeMonths);
        Assert.Equal(9, (await host.Contracts.CreateContractAsync(await WithoutClocksAsync())).Contract.Clocks.NoticeMonths);
        Assert.Equal(30, (await drafts.PreparedAsync()).StandstillDays);
        Assert.Equal(80, (await new CeilingDrafts(host).IntendedAsync()).Clocks.WarningPercent);
        var shorter = ProcedureDrafts.Plan();
        shorter.Procedure.StandstillDays = 20;
        var refused = await Refused.ByAsync(async () => await drafts.Rpcs.CreateProcedureAsync(shorter));
        Assert.Equal(("STANDSTILL_TOO_SHORT", "30"), (refused.Reason, refused.Metadata["days"]));
    }

    [Fact]
    public async Task A_setting_is_read_back_on_its_days_with_its_ground_and_stays_in_the_list()
    {
        var set = await SetAsync(Term.ReviewMonths, 3, Day(2030, 1, 1));

        Assert.Equal(6, await ReadAsync(Day(2029, 12, 31)));
        Assert.Equal(3, await ReadAsync(Day(2030, 1, 1)));
        var listed = (await _terms.ListTermSettingsAsync(new() { Term = Term.ReviewMonths })).Settings;
        Assert.Equal([set.Id, "014aa1b0-2800-7e00-9c0d-5ca1e0000009"], listed.Select(setting => setting.Id));
        Assert.Equal("Besluit van het bestuur", listed[0].Ground);
    }

    [Fact]
    public async Task A_second_setting_from_the_same_day_and_one_out_of_range_are_refused()
    {
        await SetAsync(Term.CeilingMeetingDays, 10, Day(2031, 1, 1));

        var again = await Refused.ByAsync(async () => await SetAsync(Term.CeilingMeetingDays, 12, Day(2031, 1, 1)));
        var over = await Refused.ByAsync(async () => await SetAsync(Term.CeilingWarningPercent, 101, Day(2031, 1, 1)));

        Assert.Equal(("TERM_SET", "setting.start_date"), (again.Reason, Assert.Single(again.Fields)));
        Assert.Equal(("TERM_OUT_OF_RANGE", "100"), (over.Reason, over.Metadata["most"]));
        Assert.Equal("ck_term_setting_stays", (await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync("update term_setting set value = 1"))).ConstraintName);
    }

    private async Task<int> ReadAsync(Date day) => (await _terms.GetTermsAsync(new() { AsOf = day })).Settings.Single(setting => setting.Term == Term.ReviewMonths).Value;

    private async Task<TermSetting> SetAsync(Term term, int value, Date? from = null) => (await _terms.SetTermAsync(new()
    {
        RequestId = NewId(),
        Setting = new TermSetting { Term = term, Value = value, StartDate = from ?? Day(2025, 1, 1), Ground = "Besluit van het bestuur", Source = new Source { Title = "Besluitenlijst" } },
    })).Setting;

    private async Task<CreateContractRequest> WithoutClocksAsync()
    {
        var request = await host.RequestAsync();
        request.Contract.Clocks = null;
        return request;
    }
}
