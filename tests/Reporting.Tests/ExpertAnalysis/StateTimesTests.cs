using Regio.Reporting.ExpertAnalysis;
using Regio.Reporting.Projection;

namespace Regio.Reporting.Tests.ExpertAnalysis;

public sealed class StateTimesTests
{
    private static readonly HalfYear First = new(2026, 1);

    [Fact]
    public void A_stay_ends_with_the_next_step_of_the_case_whatever_was_written_between()
    {
        var id = Guid.CreateVersion7();

        // Two analyses and a purchase request raised the version between these steps.
        var times = StateTimes.Of([Step(id, 1, "registered", 0), Step(id, 2, "accepted", 3), Step(id, 5, "scheduled", 10), Step(id, 7, "advised", 30)], First, threshold: 0);

        Assert.Equal([("accepted", 1L, 7m), ("registered", 1L, 3m), ("scheduled", 1L, 20m)], times.Select(time => (time.State, time.Cases!.Value, time.MedianDays!.Value)));
    }

    [Fact]
    public void The_last_step_of_a_case_and_the_first_of_another_make_no_stay()
    {
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        Assert.Empty(StateTimes.Of([Step(one, 1, "registered", 0), Step(other, 2, "registered", 9)], First, threshold: 0));
    }

    [Fact]
    public void A_stay_counts_in_the_half_year_in_which_it_ended()
    {
        var id = Guid.CreateVersion7();
        List<ProjectedCaseStep> steps = [Step(id, 1, "registered", 170), Step(id, 4, "accepted", 190)];

        Assert.Empty(StateTimes.Of(steps, First, threshold: 0));
        Assert.Equal(20m, Assert.Single(StateTimes.Of(steps, new HalfYear(2026, 2), threshold: 0)).MedianDays);
    }

    [Fact]
    public void Five_stays_of_one_child_are_not_five_children()
    {
        var id = Guid.CreateVersion7();
        var steps = Enumerable.Range(0, 5).SelectMany(round => new[] { Step(id, (round * 4) + 1, "stuck", round * 20), Step(id, (round * 4) + 3, "escalated", (round * 20) + 10) }).ToList();

        Assert.All(StateTimes.Of(steps, First, threshold: 5), time => Assert.Equal((null, null), (time.Cases, time.MedianDays)));
        Assert.Equal(1, StateTimes.Of(steps, First, threshold: 0).Single(time => time.State == "stuck").Cases);
    }

    [Fact]
    public void Who_is_not_shown_small_numbers_reads_how_long_and_not_how_many()
    {
        // Seven left registration; of these two were returned, which a seven beside the five accepted would tell.
        var steps = Enumerable.Range(0, 7).SelectMany(number =>
        {
            var id = Guid.CreateVersion7();
            return new[] { Step(id, 1, "registered", 0), Step(id, 2, number < 5 ? "accepted" : "returned", 4) };
        }).ToList();

        var time = Assert.Single(StateTimes.Of(steps, First, threshold: 5));
        Assert.Equal((null, 4m), (time.Cases, time.MedianDays));
    }

    private static ProjectedCaseStep Step(Guid id, long version, string state, int day) => new()
    {
        CaseId = id, Version = version, State = state, OccurredAt = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero).AddDays(day),
    };
}
