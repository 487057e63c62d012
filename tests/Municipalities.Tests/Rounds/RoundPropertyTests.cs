using FsCheck;
using FsCheck.Fluent;
using Regio.Municipalities.Rounds;
using Regio.ServiceDefaults.Errors;
using static Regio.Municipalities.Tests.Rounds.Drenthe;

namespace Regio.Municipalities.Tests.Rounds;

public sealed class RoundPropertyTests
{
    private static readonly string[] Texts = ["concept", "v1", "v1 corrected", "v2", "unknown"];
    private static readonly DateOnly Today = Day("2026-12-31");

    [Fact]
    public void No_sequence_of_commands_leaves_a_round_adopted_below_its_threshold_on_the_current_version()
    {
        var adopted = 0;
        Prop.ForAll(Commands().ArrayOf(120).ToArbitrary(), commands =>
        {
            var round = Draft(RoundKind.RegionalVision);
            foreach (var (command, body, choice) in commands)
            {
                Try(() => Perform(round, command, body, choice));
                adopted += round.State == RoundState.Adopted ? 1 : 0;
                if (round.State == RoundState.Adopted && Adopting(round) < 12)
                    return false;
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
        Assert.True(adopted > 0, "No sequence reached an adoption, so nothing was tried.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(12)]
    public void A_round_is_adopted_exactly_when_as_many_councils_as_needed_adopt(int threshold)
    {
        var policy = RoundPolicy.Usual(RoundKind.Letter);
        policy = policy with { Steps = [policy.Steps[0] with { Required = threshold, BodyKinds = BodyKinds.Council }] };
        Prop.ForAll(Gen.Elements(true, false).ArrayOf(12).ToArbitrary(), votes =>
        {
            var round = Draft(RoundKind.Letter, policy);
            round.PublishDefinitive(Hash("v1"), "", Today);
            round.PutToAdoption(Today);
            foreach (var (council, adopts) in Councils.Zip(votes))
                round.Decide(council, adopts ? DecisionOutcome.Adopted : DecisionOutcome.Rejected, "2026-06-01");
            return (round.State == RoundState.Adopted) == (votes.Count(v => v) >= threshold);
        }).Check(Config.QuickThrowOnFailure);
    }

    // Councils decide far more often than rounds are re-opened, as in life; else few sequences would come to an adoption.
    private static Gen<(int Command, int Body, int Choice)> Commands() =>
        from command in Gen.Frequency((8, Gen.Constant(0)), (2, Gen.Choose(1, 9)), (2, Gen.Constant(10)))
        from body in Gen.Choose(0, 11)
        from choice in Gen.Frequency((12, Gen.Constant(1)), (1, Gen.Choose(0, 34)))
        select (command, body, choice);

    /// <summary>Counted anew from the recorded decisions alone: the last one with effect of each council on the current version.</summary>
    private static int Adopting(Round round)
    {
        var texts = round.Texts.Where(t => t.Definitive && t.VersionNumber == round.VersionNumber).Select(t => t.ContentHash).ToHashSet();
        return Councils.Count(council =>
        {
            var last = round.Decisions
                .Where(d => d.BodyId == council && d.WithoutMandate.Length == 0 && d.VersionNumber == round.VersionNumber)
                .Where(d => texts.Contains(d.ContentHash) || d.Outcome is DecisionOutcome.Deferred or DecisionOutcome.Reversed)
                .OrderBy(d => d.DecidedOn).ThenBy(d => d.Number).LastOrDefault();
            return last is { Outcome: DecisionOutcome.Adopted or DecisionOutcome.AdoptedWithRemarks }
                or { Outcome: DecisionOutcome.AdoptedWithConditions, Ruling: Ruling.ConditionsMet };
        });
    }

    private static void Perform(Round round, int command, int body, int choice)
    {
        switch (command)
        {
            case 0:
                round.Decide(Councils[body], (DecisionOutcome)(1 + ((choice + 6) % 7)), $"2026-0{1 + (choice % 9)}-01", round.VersionNumber == 1 ? Texts[choice % 5] : "v2");
                break;
            case 1:
                round.Decide(Councils[body], DecisionOutcome.Reversed, "2026-10-01", text: "");
                break;
            case 2:
                round.PublishErratum(Hash("v1 corrected"), "Hersteld", Today);
                break;
            case 3 when choice > 1:
                round.Reopen("2026-10-01", askViewsAgain: choice % 2 == 0);
                break;
            case 4:
                round.Decide(Councils[body], DecisionOutcome.Adopted, "2026-09-01", with: f => f with { WithoutMandate = "geen quorum" });
                break;
            case 5:
                round.RuleOnDecision(1 + choice, new RulingFacts((Ruling)(1 + (body % 3)), Abo, Today, "Zo besloten."), Today);
                break;
            case 6 when choice > 1:
                round.Withdraw(ByAbo("2026-10-01"), Today, "test", DateTimeOffset.UnixEpoch);
                break;
            default:
                Advance(round);
                break;
        }
    }

    private static void Advance(Round round)
    {
        switch (round.State)
        {
            case RoundState.Draft or RoundState.Reopened when round.AsksViews:
                round.OpenViews(Hash($"concept{round.VersionNumber}"), Day("2026-02-01"), Day("2025-10-01"));
                break;
            case RoundState.ViewsOpen:
                round.CloseViews(Day("2026-02-02"));
                break;
            case RoundState.ViewsClosed:
                round.StartWeighing();
                break;
            case RoundState.Weighing or RoundState.Reopened:
                round.PublishDefinitive(Hash(round.VersionNumber == 1 ? "v1" : "v2"), "", Today);
                break;
            case RoundState.Definitive:
                round.PutToAdoption(Day("2026-07-01"));
                break;
        }
    }

    private static void Try(Action act)
    {
        try
        {
            act();
        }
        catch (DomainException)
        {
            // A refused act changes nothing, and the next one is tried.
        }
    }
}
