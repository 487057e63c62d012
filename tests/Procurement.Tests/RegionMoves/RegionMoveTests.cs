using Regio.Procurement.Catalogue;
using Regio.Procurement.RegionMoves;
using Regio.Procurement.Tests.Contracts;
using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Tests.RegionMoves;

/// <summary>A move in each state, and what keeps it from being carried out.</summary>
public sealed class RegionMoveTests
{
    private static readonly Dictionary<string, Action<RegionMove>> Methods = new()
    {
        [nameof(RegionMove.Reschedule)] = move => move.Reschedule(MovePlans.Day.AddYears(1), "Uitstel", Drafts.Now),
        [nameof(RegionMove.Decide)] = move => move.Decide(MovePlans.Decision(RegionMoveChoice.KeepOne, "ZD"), Conflict()),
        [nameof(RegionMove.Cancel)] = move => move.Cancel("Gaat niet door"),
        [nameof(RegionMove.Execute)] = move => move.Execute(MovePlans.Of(null), MovePlans.Day, 31, Drafts.Now),
    };

    public static TheoryData<string, string> Matrix() => [.. Methods.Keys.SelectMany(method => Enum.GetNames<RegionMoveState>().Select(state => (method, state)))];

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Only_a_planned_move_changes(string method, string state)
    {
        var move = Planned();
        if (state == nameof(RegionMoveState.Executed))
            Methods[nameof(RegionMove.Execute)](move);
        if (state == nameof(RegionMoveState.Cancelled))
            move.Cancel("Gaat niet door");
        var version = move.Version;

        if (state == nameof(RegionMoveState.Planned))
        {
            Methods[method](move);
            Assert.Equal(version + 1, move.Version);
            return;
        }

        var refused = Assert.Throws<DomainException>(() => Methods[method](move));
        Assert.Equal(("REGION_MOVE_NOT_PLANNED", state.ToLowerInvariant(), version), (refused.Rule.Code, refused.Metadata["state"], move.Version));
    }

    [Fact]
    public void It_waits_for_its_time_its_organisation_its_members_and_every_decision()
    {
        var conflict = MovePlans.Of(null, MovePlans.Line(), MovePlans.Line("NMD", 96_00));

        Assert.Equal(("REGION_MOVE_TOO_EARLY", "2026-05-31"), Why(MovePlans.Of(null), MovePlans.Day.AddDays(-32), "earliest"));
        Assert.Equal(("REGION_MOVE_ORGANISATION_UNKNOWN", "JHRD"), Why(MovePlans.Of(MovePlans.Aim(scale: null), null), MovePlans.Day, "buyer_id"));
        Assert.Equal(("REGION_MOVE_MEMBERS_MISSING", "GM0106, GM0109"), Why(MovePlans.Of(MovePlans.Aim(Scale.Drenthe, "GM0114"), null), MovePlans.Day, "municipalities"));
        Assert.Equal(("REGION_MOVE_UNDECIDED", "1"), Why(conflict, MovePlans.Day, "conflicts"));
        Planned().Execute(MovePlans.Of(null, MovePlans.Line()), MovePlans.Day.AddDays(-31), 31, Drafts.Now);
    }

    [Theory]
    [InlineData("KeepOne", "", null, "REGION_MOVE_KEEP")]
    [InlineData("ByMunicipality", "ZD", null, "REGION_MOVE_KEEP")]
    [InlineData("KeepOne", "ZD", 9500L, "REGION_MOVE_TARIFF")]
    [InlineData("AgreedTariff", "ZD", null, "REGION_MOVE_TARIFF")]
    [InlineData("AgreedTariff", "JHRD", 9500L, "REGION_MOVE_TARIFF")]
    [InlineData("KeepOne", "PV22", null, "REGION_MOVE_KEEP_UNKNOWN")]
    public void A_decision_says_whose_lines_go_on_and_at_what_tariff(string choice, string keep, long? cents, string reason)
    {
        var move = Planned();

        var refused = Assert.Throws<DomainException>(() => move.Decide(MovePlans.Decision(Enum.Parse<RegionMoveChoice>(choice), keep, cents), Conflict()));

        Assert.Equal((reason, 0), (refused.Rule.Code, move.Decisions.Count));
    }

    [Fact]
    public void The_last_decision_on_a_conflict_counts_and_each_day_that_was_planned_stays()
    {
        var move = Planned();
        move.Decide(MovePlans.Decision(RegionMoveChoice.KeepOne, "ZD"), Conflict());
        move.Decide(MovePlans.Decision(RegionMoveChoice.ByMunicipality, number: 2), Conflict());
        move.Reschedule(MovePlans.Day.AddYears(1), "Raden besluiten later", Drafts.Now);

        Assert.Equal(RegionMoveChoice.ByMunicipality, Assert.Single(move.Decided.Values).Choice);
        Assert.Equal([MovePlans.Day, MovePlans.Day.AddYears(1)], move.Dates.Select(date => date.MovesOn));
        Assert.Equal("REGION_MOVE_DATE_SAME", Assert.Throws<DomainException>(() => move.Reschedule(move.MovesOn, "Zelfde", Drafts.Now)).Rule.Code);
    }

    [Theory]
    [InlineData("ZD", "JHRD")]
    [InlineData("ZD", "ZD")]
    public void Regions_are_named_once_and_do_not_go_over_into_themselves(string first, string second)
    {
        var refused = Assert.Throws<DomainException>(() => RegionMove.Plan(Guid.CreateVersion7(), [first, second], "JHRD", MovePlans.Day, "Besluit", Drafts.Now));

        Assert.Equal("REGION_MOVE_TO_SELF", refused.Rule.Code);
    }

    private static RegionMove Planned() => RegionMove.Plan(Guid.CreateVersion7(), ["ZD", "NMD"], "JHRD", MovePlans.Day, "Besluit 2026", Drafts.Now);

    private static MoveConflict Conflict() => Assert.Single(MovePlans.Of(null, MovePlans.Line(), MovePlans.Line("NMD", 96_00)).Conflicts);

    private static (string Reason, string Value) Why(RegionMovePlan plan, DateOnly today, string name)
    {
        var move = Planned();
        var refused = Assert.Throws<DomainException>(() => move.Execute(plan, today, 31, Drafts.Now));
        Assert.Equal(RegionMoveState.Planned, move.State);
        return (refused.Rule.Code, refused.Metadata[name]);
    }
}
