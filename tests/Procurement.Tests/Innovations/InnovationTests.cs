using Regio.Procurement.Innovations;
using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Tests.Innovations;

/// <summary>What may be done with an innovation in each stage, and what is wrong with it otherwise.</summary>
public sealed class InnovationTests
{
    private static readonly DateOnly January = new(2026, 1, 5);
    private static readonly (DateOnly Today, DateTimeOffset At) Now = (new(2026, 11, 1), new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero));

    public static TheoryData<string, string> Allowed => new()
    {
        { "idea", "view" },
        { "idea", "Stopped" },
        { "viewed", "Pilot" },
        { "viewed", "Stopped" },
        { "pilot", "Pilot" },
        { "pilot", "Bought" },
        { "pilot", "Stopped" },
    };

    /// <summary>State and action of all that is refused, with the reason.</summary>
    public static TheoryData<string, string, string> Refusals => new()
    {
        { "idea", "Idea", "INNOVATION_STAGE" },
        { "idea", "Pilot", "INNOVATION_PROCUREMENT_NOT_ASKED" },
        { "idea", "Bought", "INNOVATION_STAGE" },
        { "viewed", "view", "INNOVATION_VIEWED" },
        { "viewed", "Idea", "INNOVATION_STAGE" },
        { "viewed", "Bought", "INNOVATION_STAGE" },
        { "pilot", "view", "INNOVATION_STAGE" },
        { "pilot", "Idea", "INNOVATION_STAGE" },
        { "bought", "view", "INNOVATION_STAGE" },
        { "bought", "Idea", "INNOVATION_STAGE" },
        { "bought", "Pilot", "INNOVATION_STAGE" },
        { "bought", "Bought", "INNOVATION_STAGE" },
        { "bought", "Stopped", "INNOVATION_STAGE" },
        { "stopped", "view", "INNOVATION_STAGE" },
        { "stopped", "Idea", "INNOVATION_STAGE" },
        { "stopped", "Pilot", "INNOVATION_STAGE" },
        { "stopped", "Bought", "INNOVATION_STAGE" },
        { "stopped", "Stopped", "INNOVATION_STAGE" },
    };

    [Fact]
    public void Every_action_in_every_state_is_allowed_or_refused() =>
        Assert.Equal(5 * 5, Allowed.Count + Refusals.Count);

    [Theory]
    [MemberData(nameof(Allowed))]
    public void What_may_be_done_makes_one_version(string state, string action)
    {
        var innovation = In(state);
        var before = innovation.Version;

        Do(innovation, action);

        Assert.Equal((before + 1, action == "view" ? InnovationStage.Idea : Enum.Parse<InnovationStage>(action)), (innovation.Version, innovation.Stage));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_may_not_be_done_changes_nothing(string state, string action, string reason)
    {
        var innovation = In(state);
        var before = (innovation.Version, innovation.Stage, innovation.Decisions.Count);

        Assert.Equal(reason, Assert.Throws<DomainException>(() => Do(innovation, action)).Rule.Code);
        Assert.Equal(before, (innovation.Version, innovation.Stage, innovation.Decisions.Count));
    }

    [Fact]
    public void A_decision_on_a_pilot_says_what_came_of_it_and_one_on_an_idea_cannot()
    {
        Assert.Equal("INNOVATION_WITHOUT_RESULT", Reason("pilot", Verdict(InnovationStage.Bought) with { Result = "" }));
        Assert.Equal("INNOVATION_WITHOUT_RESULT", Reason("idea", Verdict(InnovationStage.Stopped) with { Result = "Niets" }));
    }

    [Fact]
    public void A_pilot_has_a_day_on_which_it_is_decided_on_and_goes_on_only_to_a_later_one()
    {
        Assert.Equal("INNOVATION_DUE_OF_END", Reason("viewed", Verdict(InnovationStage.Pilot) with { Result = "", DueOn = null }));
        Assert.Equal("INNOVATION_DUE_OF_END", Reason("pilot", Verdict(InnovationStage.Bought) with { DueOn = January.AddYears(2) }));
        Assert.Equal("INNOVATION_DUE_EARLY", Reason("pilot", Verdict(InnovationStage.Pilot) with { DueOn = In("pilot").DueOn }));
    }

    [Fact]
    public void Steps_follow_each_other_and_have_happened()
    {
        Assert.Equal("INNOVATION_STEP_EARLY", Reason("pilot", Verdict(InnovationStage.Bought) with { On = January }));
        Assert.Equal("FACT_IN_THE_FUTURE", Reason("pilot", Verdict(InnovationStage.Bought) with { On = Now.Today.AddDays(1) }));
        Assert.Equal("INNOVATION_STEP_EARLY", Assert.Throws<DomainException>(() => In("idea").View("Kan", January.AddDays(-1), Now.Today)).Rule.Code);
    }

    private static string Reason(string state, InnovationVerdict verdict) =>
        Assert.Throws<DomainException>(() => In(state).Decide(Guid.CreateVersion7(), verdict, Now)).Rule.Code;

    private static Innovation In(string state)
    {
        var innovation = Innovation.Propose(
            Guid.CreateVersion7(), new InnovationIdea("JHRD", "Kleinschalig wonen", "Wonen voor jongeren voor wie niets past", January, January.AddMonths(3)), Now);
        if (state is "viewed" or "pilot" or "bought")
            Do(innovation, "view");
        if (state is "pilot" or "bought")
            Do(innovation, "Pilot");
        if (state is "bought" or "stopped")
            Do(innovation, state == "bought" ? "Bought" : "Stopped");
        return innovation;
    }

    private static void Do(Innovation innovation, string action)
    {
        if (action == "view")
        {
            innovation.View("In te kopen als open house", January.AddDays(7), Now.Today);
            return;
        }

        var verdict = Verdict(Enum.Parse<InnovationStage>(action));
        if (innovation.Stage == InnovationStage.Idea)
            verdict = verdict with { Result = "" };
        else if (verdict.Stage == InnovationStage.Pilot)
            verdict = verdict with { DueOn = January.AddYears(2) };
        innovation.Decide(Guid.CreateVersion7(), verdict, Now);
    }

    private static InnovationVerdict Verdict(InnovationStage stage) => new(
        stage, January.AddMonths(2), "Besluit van het ABO", "Zes jongeren wonen er", stage == InnovationStage.Pilot ? January.AddYears(1) : null);
}
