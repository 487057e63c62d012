using Regio.Municipalities.Rounds;
using Regio.ServiceDefaults.Errors;
using static Regio.Municipalities.Tests.Rounds.Drenthe;

namespace Regio.Municipalities.Tests.Rounds;

/// <summary>Every act of the region in every state, as both enums name them.</summary>
public sealed class RoundMatrixTests
{
    // Rows: acts. Columns: the states in the order of their enum, Draft to Withdrawn. A gate has its own row where it differs.
    private static readonly Dictionary<string, string> Table = new()
    {
        ["OpenPublicComment"] = "x--------x-",
        ["OpenViews"] = "xx-------x-",
        ["CloseViews"] = "--x--------",
        // A vision asks views, so its comments are weighed together with them.
        ["StartWeighing"] = "---x-------",
        ["WeighRemark"] = "----x------",
        ["PublishDefinitive"] = "----x------",
        ["PublishErratum"] = "-----xxxx--",
        ["PutToAdoption"] = "-----x-----",
        ["Reopen"] = "-----xxxx--",
        ["Withdraw"] = "xxxxxxx-xx-",
        ["StartAtOwnRisk"] = "------x-x--",
    };

    public static TheoryData<string, string> Cells()
    {
        var cells = new TheoryData<string, string>();
        foreach (var act in Enum.GetNames<RoundAct>())
        {
            foreach (var state in Enum.GetNames<RoundState>())
                cells.Add(act, state);
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void An_act_is_possible_in_the_states_of_the_table_and_changes_nothing_elsewhere(string actName, string stateName)
    {
        var (act, state) = (Enum.Parse<RoundAct>(actName), Enum.Parse<RoundState>(stateName));
        var round = In(state);
        var version = round.Version;

        var refused = Record.Exception(() => Perform(round, act)) as DomainException;

        if (Table[actName][(int)state - 1] == 'x')
        {
            // What the table allows may still be refused by the kind of round, by name and not by its state.
            Assert.True(refused is null || refused.Rule == RoundRules.NotAGate, refused?.Message);
        }
        else
        {
            Assert.Equal(RoundRules.StateForbids, refused?.Rule);
            Assert.Equal((state, version), (round.State, round.Version));
        }
    }

    [Fact]
    public void A_gate_asks_no_views_and_puts_its_text_at_once()
    {
        var gate = Draft(RoundKind.Gate);
        Assert.Equal(RoundRules.WithoutViews, Assert.Throws<DomainException>(() => gate.OpenViews(Hash("x"), Day("2024-05-16"), Day("2024-04-11"))).Rule);
        Assert.Equal(RoundRules.WithoutPublicComment, Assert.Throws<DomainException>(() => gate.OpenPublicComment(Hash("x"), Day("2024-05-16"), Day("2024-04-11"))).Rule);

        gate.PublishDefinitive(Hash("gate"), "", Day("2024-04-11"));

        Assert.Equal(RoundState.Definitive, gate.State);
    }

    private static Round In(RoundState state)
    {
        var round = state switch
        {
            RoundState.Draft or RoundState.PublicComment or RoundState.ViewsOpen or RoundState.ViewsClosed or RoundState.Weighing or RoundState.Definitive =>
                Draft(RoundKind.RegionalVision),
            _ => VisionToAdopt(),
        };
        switch (state)
        {
            case RoundState.PublicComment:
                round.OpenPublicComment(Hash("concept"), Day("2025-07-01"), Day("2025-06-01"));
                break;
            case RoundState.ViewsOpen or RoundState.ViewsClosed or RoundState.Weighing or RoundState.Definitive:
                Advance(round, state);
                break;
            case RoundState.Adopted:
                foreach (var council in Councils)
                    round.Decide(council, DecisionOutcome.Adopted, "2026-06-01");
                break;
            case RoundState.NotAdopted:
                round.Decide(Emmen, DecisionOutcome.Rejected, "2026-06-01");
                break;
            case RoundState.Reopened:
                round.Reopen("2026-06-01", askViewsAgain: true);
                break;
            case RoundState.Withdrawn:
                round.Withdraw(ByAbo("2026-06-01"), Day("2026-06-01"), "test", DateTimeOffset.UnixEpoch);
                break;
        }

        Assert.Equal(state, round.State);
        return round;
    }

    private static void Advance(Round round, RoundState until)
    {
        round.OpenViews(Hash("concept"), Day("2026-02-01"), Day("2025-10-01"));
        round.RecordView(BodyId.Parse(AaEnHunze)!, "", ViewAct.Submit, Day("2026-01-22"), ["Opmerking."], Day("2026-01-22"));
        if (until == RoundState.ViewsOpen)
            return;
        round.CloseViews(Day("2026-02-02"));
        if (until == RoundState.ViewsClosed)
            return;
        round.StartWeighing();
        Weigh(round);
        if (until == RoundState.Definitive)
            round.PublishDefinitive(Hash("v1"), "", Day("2026-04-01"));
    }

    private static void Weigh(Round round) => round.WeighRemark(
        round.Views.FirstOrDefault(v => v.Remarks.Count > 0)?.Number ?? 1, 1, new WeighingFacts(Weighing.Adopted, "Overgenomen.", "", null));

    private static void Perform(Round round, RoundAct act)
    {
        var today = Day("2026-10-01");
        switch (act)
        {
            case RoundAct.OpenPublicComment:
                round.OpenPublicComment(Hash("new concept"), Day("2026-11-01"), today);
                break;
            case RoundAct.OpenViews:
                round.OpenViews(Hash("new concept"), Day("2026-11-01"), today);
                break;
            case RoundAct.CloseViews:
                round.CloseViews(today);
                break;
            case RoundAct.StartWeighing:
                round.StartWeighing();
                break;
            case RoundAct.WeighRemark:
                Weigh(round);
                break;
            case RoundAct.PublishDefinitive:
                round.PublishDefinitive(Hash("new text"), "", today);
                break;
            case RoundAct.PublishErratum:
                round.PublishErratum(Hash("erratum"), "Hersteld", today);
                break;
            case RoundAct.PutToAdoption:
                round.PutToAdoption(Day("2026-12-01"));
                break;
            case RoundAct.Reopen:
                round.Reopen("2026-10-01");
                break;
            case RoundAct.Withdraw:
                round.Withdraw(ByAbo("2026-10-01"), today, "test", DateTimeOffset.UnixEpoch);
                break;
            case RoundAct.StartAtOwnRisk:
                round.StartAtOwnRisk(ByAbo("2026-10-01"), today, "test", DateTimeOffset.UnixEpoch);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(act), act, "No such act.");
        }
    }
}
