using Regio.Procurement.Catalogue;
using Regio.Procurement.Contracts;
using Regio.Procurement.RegionMoves;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Tests.RegionMoves;

/// <summary>What becomes of each line when two regions go over into one organisation.</summary>
public sealed class RegionMovePlanTests
{
    private static readonly DateOnly October = new(2026, 10, 1);

    [Fact]
    public void A_line_goes_on_for_the_organisation_from_the_day_on_for_as_long_as_it_would_have_held()
    {
        var plan = MovePlans.Of(null, MovePlans.Line());

        var step = Assert.Single(plan.Steps);
        var successor = Assert.Single(step.Successors);
        Assert.Equal((MoveEffect.Continues, "JHRD", new Validity(MovePlans.Day, MovePlans.End)), (step.Effect, successor.BuyerId, successor.Period));
        Assert.Empty(plan.Conflicts);
    }

    [Theory]
    [InlineData(95_00L, true, null)]
    [InlineData(95_00L, false, "ContractDiffers")]
    [InlineData(96_00L, true, "TariffDiffers")]
    [InlineData(96_00L, false, "TariffDiffers")]
    public void Lines_of_two_regions_for_the_same_are_one_when_alike_in_one_contract_and_else_a_conflict(long cents, bool oneContract, string? kind)
    {
        var plan = MovePlans.Of(null, MovePlans.Line(), MovePlans.Line("NMD", cents, contract: oneContract ? null : Guid.CreateVersion7()));

        Assert.Equal(kind, plan.Conflicts.SingleOrDefault()?.Kind.ToString());
        Assert.Equal(kind is null ? [MoveEffect.Continues, MoveEffect.Joins] : [MoveEffect.Undecided, MoveEffect.Undecided], plan.Steps.Select(step => step.Effect).Order());
        Assert.Equal(kind is null ? 0 : 1, plan.Undecided);
    }

    [Fact]
    public void Lines_that_follow_each_other_are_no_conflict_whatever_they_cost()
    {
        var plan = MovePlans.Of(
            null, MovePlans.Line(rest: new Validity(MovePlans.Day, October)), MovePlans.Line("NMD", 99_00, new Validity(October, MovePlans.End), Guid.CreateVersion7()));

        Assert.Empty(plan.Conflicts);
        Assert.All(plan.Steps, step => Assert.Equal(step.Line.Rest, Assert.Single(step.Successors).Period));
    }

    [Fact]
    public void The_lines_that_are_kept_go_on_for_all_and_the_others_only_where_those_do_not_hold()
    {
        var kept = MovePlans.Line("NMD", 99_00, new Validity(October, October.AddMonths(1)));
        var other = MovePlans.Line();
        var plan = MovePlans.Of(MovePlans.Decision(RegionMoveChoice.AgreedTariff, "NMD", 97_00), kept, other);

        var steps = plan.Steps.ToDictionary(step => step.Line.LineId, step => step.Successors);
        Assert.Equal([(kept.Rest, (long?)97_00)], steps[kept.LineId].Select(s => (s.Period, s.AgreedCents)));
        Assert.Equal(
            [(new Validity(MovePlans.Day, October), null), (new Validity(October.AddMonths(1), MovePlans.End), (long?)null)],
            steps[other.LineId].Select(s => (s.Period, s.AgreedCents)));
        Assert.Equal(0, plan.Undecided);
    }

    [Fact]
    public void By_municipality_each_keeps_the_line_of_its_region_as_an_exception_in_transition()
    {
        var plan = MovePlans.Of(MovePlans.Decision(RegionMoveChoice.ByMunicipality), MovePlans.Line(), MovePlans.Line("NMD", 99_00));

        var steps = plan.Steps.ToDictionary(step => step.Line.BuyerId, step => step.Successors);
        Assert.Equal(["GM0109", "GM0114"], steps["ZD"].Select(s => s.BuyerId).Order());
        Assert.Equal(["GM0106"], steps["NMD"].Select(s => s.BuyerId));
        Assert.All(steps.Values.SelectMany(s => s), s => Assert.Equal((Scale.Local, ScaleException.Transition, "Besluit 2026"), (s.Scale, s.Exception!.Value, s.ExceptionGround)));
    }

    [Fact]
    public void What_the_scale_rule_wants_elsewhere_goes_on_in_transition_and_an_exception_stays_what_it_was()
    {
        var subject = new MoveSubject(MovePlans.Subject.ProviderId, "foster-care", "", "");
        var plan = MovePlans.Of(
            null, MovePlans.Line(), MovePlans.Line(subject: subject), MovePlans.Line(subject: subject with { Lot = "2" }, exception: ScaleException.Crisis));

        Assert.Equal(
            [("ambulatory-help", ScaleException.Transition, "Besluit 2026"), ("foster-care", null, ""), ("foster-care", (ScaleException?)ScaleException.Crisis, "Zoals het was")],
            plan.Steps.OrderBy(step => step.Line.Subject.ProductId).ThenBy(step => step.Line.Subject.Lot)
                .Select(step => (step.Line.Subject.ProductId, step.Successors[0].Exception, step.Successors[0].ExceptionGround)));
    }

    [Fact]
    public void A_line_that_the_organisation_has_already_is_the_only_one_that_can_be_kept()
    {
        var standing = MovePlans.Line("JHRD", 90_00, contract: Guid.CreateVersion7());
        var undecided = MovePlans.Of(MovePlans.Decision(RegionMoveChoice.KeepOne, "ZD"), standing, MovePlans.Line());
        var decided = MovePlans.Of(MovePlans.Decision(RegionMoveChoice.KeepOne, "JHRD"), standing, MovePlans.Line());

        Assert.Equal(["JHRD"], Assert.Single(undecided.Conflicts).Keepable);
        Assert.Equal(1, undecided.Undecided);
        var step = Assert.Single(decided.Steps);
        Assert.Equal(MoveEffect.Joins, step.Effect);
        Assert.Equal((MovePlans.OneContract, standing.ContractId), (Assert.Single(decided.Shifts().Give), Assert.Single(decided.Shifts().Take)));
    }

    [Fact]
    public void Municipalities_that_the_organisation_does_not_have_are_named()
    {
        var plan = MovePlans.Of(MovePlans.Aim(newMembers: ["GM0106", "GM0109"]), null, MovePlans.Line());

        Assert.Equal(["GM0114"], plan.MissingMembers);
    }

    /// <summary>Made-up lines and decisions: on each day each municipality has a line after the move exactly when it had one before or another region had, and one at most.</summary>
    [Fact]
    public void No_lines_and_no_decision_leave_a_day_without_what_held_or_with_two_lines()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var lines = new List<MovingLine>();
            foreach (var buyer in (string[])["ZD", "NMD", "JHRD"])
            {
                for (var from = random.Next(3); from < 6 && (buyer != "JHRD" || random.Next(3) == 0); from += random.Next(1, 4))
                {
                    var until = from + random.Next(1, 4);
                    lines.Add(MovePlans.Line(buyer, random.Next(2) == 0 ? 95_00 : 96_00, new Validity(MovePlans.Day.AddMonths(from), MovePlans.Day.AddMonths(until)), random.Next(2) == 0 ? MovePlans.OneContract : Guid.CreateVersion7()));
                    from = until;
                }
            }

            var keep = lines.Exists(line => line.BuyerId == "JHRD") ? "JHRD" : lines.Count > 0 ? lines[random.Next(lines.Count)].BuyerId : "ZD";
            var split = random.Next(3) == 0;
            var plan = MovePlans.Of(split ? MovePlans.Decision(RegionMoveChoice.ByMunicipality) : MovePlans.Decision(RegionMoveChoice.KeepOne, keep), [.. lines]);
            Assert.Equal(0, plan.Undecided);
            for (var month = 0; month < 12; month++)
                Check(plan, lines, MovePlans.Day.AddMonths(month), seed);
        }
    }

    private static void Check(RegionMovePlan plan, List<MovingLine> lines, DateOnly day, int seed)
    {
        var begun = plan.Steps.SelectMany(step => step.Successors).Where(s => s.Period.Contains(day)).ToList();
        var standing = lines.Count(line => line.BuyerId == "JHRD" && line.Rest.Contains(day));
        Assert.True(begun.Count(s => s.BuyerId == "JHRD") + standing <= 1, $"seed {seed}: two lines on {day}");
        foreach (var (region, municipalities) in MovePlans.Aim().Members)
        {
            foreach (var municipality in municipalities)
            {
                Assert.True(begun.Count(s => s.BuyerId == municipality) <= 1, $"seed {seed}: two lines of {municipality} on {day}");
                var had = lines.Exists(line => line.BuyerId == region && line.Rest.Contains(day));
                var has = begun.Exists(s => s.BuyerId == "JHRD" || s.BuyerId == municipality) || standing > 0;
                Assert.True(has || !had, $"seed {seed}: {municipality} has no line on {day}");
            }
        }
    }
}
