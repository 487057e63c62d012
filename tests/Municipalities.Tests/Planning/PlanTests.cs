using Regio.Municipalities.Laws;
using Regio.Municipalities.Planning;
using Regio.Municipalities.Register;
using Regio.Municipalities.Requests;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Tests.Planning;

public sealed class PlanTests
{
    private static readonly Source Letter = new("brief 20240411.001", "");
    private static readonly DateOnly Today = new(2024, 6, 1);
    private static readonly Moment Now = new("regio", new DateTimeOffset(2024, 6, 1, 10, 0, 0, TimeSpan.Zero), Today);
    private static readonly Dictionary<Guid, Gate> NoGates = [];

    [Theory]
    [InlineData("Day", "2025-04-01", "2025-04-01", "2025-04-01")]
    [InlineData("Month", "2025-04-01", "2025-04-01", "2025-04-30")]
    [InlineData("Quarter", "2025-04-01", "2025-04-01", "2025-06-30")]
    [InlineData("Year", "2025-01-01", "2025-01-01", "2025-12-31")]
    [InlineData("By", "2025-09-01", null, "2025-09-01")]
    [InlineData("From", "2026-01-01", "2026-01-01", null)]
    public void A_vague_date_has_a_first_and_a_last_day_as_far_as_they_are_known(string precision, string day, string? first, string? last)
    {
        var date = Date(day, Enum.Parse<DatePrecision>(precision));
        Assert.Equal((Day(first), Day(last)), (date.Earliest, date.Latest));
    }

    [Fact]
    public void Vague_dates_contradict_when_no_day_can_be_both()
    {
        Assert.True(Date("2025-07-01", DatePrecision.By).Excludes(Date("2025-10-01", DatePrecision.Month)));
        Assert.False(Date("2025-10-01", DatePrecision.By).Excludes(Date("2025-07-01", DatePrecision.Quarter)));
        Assert.False(Date("2025-07-01", DatePrecision.By).Excludes(VagueDate.Of(null, DatePrecision.Unknown, "date")));
        Assert.Throws<DomainException>(() => VagueDate.Of(null, DatePrecision.Day, "date"));
    }

    [Fact]
    public void A_claim_is_kept_and_a_forecast_is_followed_with_its_reason()
    {
        var plan = WithMilestones("adoption");
        plan.Record("adoption", Dated(MilestoneDateKind.Claim, Date("2025-10-01", DatePrecision.By)), Today);
        Assert.Equal(Date("2025-04-01", DatePrecision.Quarter), plan.Milestones[0].Followed);

        IsRefused(PlanningRules.ReasonMissing, () => plan.Record("adoption", Dated(MilestoneDateKind.Forecast, Date("2025-09-01", DatePrecision.By)), Today));
        plan.Record("adoption", Dated(MilestoneDateKind.Forecast, Date("2025-09-01", DatePrecision.By), "zienswijzen na de zomer"), Today);

        Assert.Equal((3, Date("2025-09-01", DatePrecision.By)), (plan.Milestones[0].Dates.Count, plan.Milestones[0].Followed));
    }

    [Fact]
    public void Slip_is_told_against_every_earlier_baseline()
    {
        var plan = WithMilestones("adoption");
        plan.SetBaseline("Brief april 2024", Letter, Now);
        plan.Record("adoption", Dated(MilestoneDateKind.Forecast, Date("2025-09-01", DatePrecision.By), "zomerreces"), Today);
        plan.SetBaseline("Herijking", Letter, Now);
        plan.Record("adoption", Dated(MilestoneDateKind.Forecast, Date("2025-10-01", DatePrecision.Quarter), "zienswijzen na de zomer"), Today);

        var slips = PlanStanding.Slips(plan, plan.Milestones[0]).ToList();

        Assert.Equal([(1, (int?)184, true), (2, (int?)121, true)], slips.Select(s => (s.BaselineNumber, s.Days, s.IsCertain)));
        plan.Record("adoption", Dated(MilestoneDateKind.Forecast, VagueDate.Of(null, DatePrecision.Unknown, "date"), "einde onbekend"), Today);
        Assert.All(PlanStanding.Slips(plan, plan.Milestones[0]), s => Assert.Equal(((int?)null, false), (s.Days, s.IsCertain)));
    }

    [Fact]
    public void Within_vague_dates_a_slip_is_not_certain()
    {
        var plan = WithMilestones("adoption");
        plan.SetBaseline("Brief", Letter, Now);
        plan.Record("adoption", Dated(MilestoneDateKind.Forecast, Date("2025-06-15", DatePrecision.Day), "agenda van de raden"), Today);

        var slip = Assert.Single(PlanStanding.Slips(plan, plan.Milestones[0]));
        Assert.Equal((-15, false), (slip.Days, slip.IsCertain));
    }

    [Fact]
    public void Steps_behind_a_gate_that_is_not_open_are_blocked_until_it_is()
    {
        var gate = Guid.NewGuid();
        var plan = WithMilestones();
        Add(plan, "preferred-form", gate);
        Add(plan, "proposals", null, "preferred-form");
        Add(plan, "set-up", null, "proposals");
        Add(plan, "monitor", null);

        Assert.Equal([MilestoneStanding.Blocked, MilestoneStanding.Blocked, MilestoneStanding.Blocked, MilestoneStanding.OnItsWay], Standings(new Gate(Passed: false, AtOwnRisk: false, Steps())));
        Assert.Equal(["preferred-form"], Standing(new Gate(Passed: false, AtOwnRisk: false, Steps())).BlockedBy(plan.Milestones[2]));
        Assert.Equal([MilestoneStanding.AtOwnRisk, MilestoneStanding.OnItsWay, MilestoneStanding.OnItsWay, MilestoneStanding.OnItsWay], Standings(new Gate(Passed: false, AtOwnRisk: true, Steps())));
        Assert.Equal([MilestoneStanding.OnItsWay, MilestoneStanding.OnItsWay, MilestoneStanding.Blocked, MilestoneStanding.OnItsWay], Standings(new Gate(Passed: true, AtOwnRisk: false, Steps("set-up"))));
        plan.Record("preferred-form", Dated(MilestoneDateKind.Reached, Date("2024-05-01", DatePrecision.Day)), Today);
        Assert.Equal([MilestoneStanding.Reached, MilestoneStanding.OnItsWay, MilestoneStanding.OnItsWay, MilestoneStanding.OnItsWay], Standings(new Gate(Passed: false, AtOwnRisk: false, Steps())));

        PlanStanding Standing(Gate at) => new(plan, Today, new Dictionary<Guid, Gate> { [gate] = at });

        IEnumerable<MilestoneStanding> Standings(Gate at) => plan.Milestones.Select(Standing(at).Of);

        static HashSet<string> Steps(params string[] codes) => [.. codes];
    }

    [Fact]
    public void What_is_past_its_last_day_is_late_and_what_has_none_never_is()
    {
        var plan = WithMilestones("adoption");
        var milestone = plan.Milestones[0];
        Assert.Equal(MilestoneStanding.OnItsWay, new PlanStanding(plan, new DateOnly(2025, 6, 30), NoGates).Of(milestone));
        Assert.Equal(MilestoneStanding.Late, new PlanStanding(plan, new DateOnly(2025, 7, 1), NoGates).Of(milestone));
        plan.Record("adoption", Dated(MilestoneDateKind.Forecast, Date("2025-04-01", DatePrecision.From), "onbekend"), Today);
        Assert.Equal(MilestoneStanding.OnItsWay, new PlanStanding(plan, new DateOnly(2099, 1, 1), NoGates).Of(milestone));
    }

    [Fact]
    public void What_was_reached_was_reached_on_a_day_that_has_been_and_stays_so()
    {
        var plan = WithMilestones("adoption");
        IsRefused(PlanningRules.ReachedVaguely, () => plan.Record("adoption", Dated(MilestoneDateKind.Reached, Date("2024-04-01", DatePrecision.Month)), Today));
        IsRefused(RecordedFact.InTheFuture, () => plan.Record("adoption", Dated(MilestoneDateKind.Reached, Date("2024-06-02", DatePrecision.Day)), Today));
        plan.Record("adoption", Dated(MilestoneDateKind.Reached, Date("2024-05-30", DatePrecision.Day)), Today);

        IsRefused(PlanningRules.Reached, () => plan.Record("adoption", Dated(MilestoneDateKind.Forecast, Date("2025-01-01", DatePrecision.Day), "anders"), Today));
        Assert.Equal(3, plan.Record("adoption", Dated(MilestoneDateKind.Claim, Date("2024-05-01", DatePrecision.Day)), Today).Dates.Count);
    }

    [Fact]
    public void A_law_that_moves_takes_along_what_hangs_on_it_and_says_so()
    {
        var law = new Law { Code = "reikwijdte", Title = "Wet reikwijdte Jeugdwet", Kind = LawKind.Act, Aliases = [] };
        var plan = WithMilestones("adoption");
        plan.AddMilestone(Facts("contracts") with { Law = new LawDependency("reikwijdte", LawStatus.InForce, 6) }, Dated(MilestoneDateKind.Forecast, Date("2026-01-01", DatePrecision.Year)));

        var moved = plan.Follow(law, law.Record(Step("2027-01-01", LawStatus.InForce)), Now);
        Assert.Equal("contracts", Assert.Single(moved).Code);
        var date = plan.Milestones[1].Dates[^1];
        Assert.Equal((Date("2027-07-01", DatePrecision.Day), "reikwijdte", "Volgt uit Wet reikwijdte Jeugdwet.", MilestoneDateKind.Forecast), (date.Date, date.LawCode, date.Reason, date.Kind));

        Assert.Empty(plan.Follow(law, law.Record(Step("2027-01-01", LawStatus.InForce)), Now));
        Assert.Empty(plan.Follow(law, law.Record(Step("2026-05-01", LawStatus.Introduced)), Now));
        plan.Record("contracts", Dated(MilestoneDateKind.Reached, Date("2024-05-30", DatePrecision.Day)), Today);
        Assert.Empty(plan.Follow(law, law.Record(Step("2028-01-01", LawStatus.InForce)), Now));
    }

    [Fact]
    public void A_milestone_waits_for_what_is_there_and_its_code_is_its_own()
    {
        var plan = WithMilestones("adoption");
        Assert.Equal("milestone.depends_on[0]", IsRefused(PlanningRules.MilestoneUnknown, () => Add(plan, "set-up", null, "set-up")).Field);
        IsRefused(PlanningRules.CodeTaken, () => Add(plan, "adoption", null));
        IsRefused(PlanningRules.WithoutMilestones, () => WithMilestones().SetBaseline("Leeg", Letter, Now));
    }

    private static Plan WithMilestones(params string[] codes)
    {
        var plan = Plan.Create(Guid.NewGuid(), "JHRD", "Gemeenschappelijke regeling");
        foreach (var code in codes)
            Add(plan, code, null);
        return plan;
    }

    private static void Add(Plan plan, string code, Guid? gate, params string[] dependsOn) =>
        plan.AddMilestone(Facts(code) with { GateRoundId = gate, DependsOn = dependsOn }, Dated(MilestoneDateKind.Forecast, Date("2025-04-01", DatePrecision.Quarter)));

    private static MilestoneFacts Facts(string code) => new() { Code = code, Title = code, DependsOn = [] };

    private static MilestoneDate Dated(MilestoneDateKind kind, VagueDate date, string reason = "") => new()
    {
        Number = 0, Kind = kind, Date = date, Source = Letter, Reason = reason, RecordedAt = Now.Now, RecordedBy = Now.By,
    };

    private static LawDate Step(string day, LawStatus status) => new()
    {
        Number = 0, Status = status, Date = Date(day, DatePrecision.Day), Source = Letter, RecordedAt = Now.Now, RecordedBy = Now.By,
    };

    private static VagueDate Date(string day, DatePrecision precision) => VagueDate.Of(Day(day), precision, "date");

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.ParseExact(day, "O", System.Globalization.CultureInfo.InvariantCulture);

    private static DomainException IsRefused(Rule rule, Action act)
    {
        var refused = Assert.Throws<DomainException>(act);
        Assert.Equal(rule, refused.Rule);
        return refused;
    }
}
