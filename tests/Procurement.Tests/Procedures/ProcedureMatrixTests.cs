using System.Reflection;
using Regio.Procurement.Procedures;
using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Tests.Procedures;

/// <summary>Every method of a procedure in every state of every kind.</summary>
public sealed class ProcedureMatrixTests
{
    private static readonly ProcedureKind[] WithBids = [ProcedureKind.OpenHouse, ProcedureKind.EuropeanTender, ProcedureKind.Sas, ProcedureKind.ThreeNorth];
    private static readonly ProcedureKind[] Ranking = [ProcedureKind.EuropeanTender, ProcedureKind.Sas, ProcedureKind.ThreeNorth];

    private static readonly Dictionary<string, (Func<ProcedureKind, ProcedureState, bool> Allowed, Action<Procedure> Call)> Methods = new()
    {
        [nameof(Procedure.RecordMandate)] = (
            (kind, state) => kind == ProcedureKind.ThreeNorth && state == ProcedureState.Preparation, procedure => procedure.RecordMandate(Prepared.Published, Prepared.Today)),
        [nameof(Procedure.Publish)] = (
            (kind, state) => kind != ProcedureKind.ThreeNorth && state == ProcedureState.Preparation,
            procedure => procedure.Publish(Prepared.Published, Prepared.QuestionsUntil, procedure.Lots.Count > 0 ? Prepared.BidsUntil : null, Prepared.Today)),
        [nameof(Procedure.Ask)] = ((_, state) => state == ProcedureState.Published, procedure => procedure.Ask(Guid.CreateVersion7(), "Hoeveel?", Prepared.QuestionsUntil)),
        [nameof(Procedure.Answer)] = ((_, _) => false, procedure => procedure.Answer(Guid.NewGuid(), "Drie")),
        [nameof(Procedure.PublishAnswers)] = ((_, state) => state == ProcedureState.Published, procedure => procedure.PublishAnswers(Prepared.Today)),
        [nameof(Procedure.RecordBid)] = (
            (kind, state) => WithBids.Contains(kind) && state is ProcedureState.Published or ProcedureState.Answered,
            procedure => procedure.RecordBid(Prepared.Bid())),
        [nameof(Procedure.OpenBids)] = ((kind, state) => WithBids.Contains(kind) && state == ProcedureState.Answered, procedure => procedure.OpenBids(Prepared.Today)),
        [nameof(Procedure.Assess)] = (
            (_, state) => state == ProcedureState.Opened, procedure => procedure.Assess(procedure.Bids.Count > 0 ? procedure.Bids[0].Id : Guid.Empty, excluded: true, [], "Te duur")),
        [nameof(Procedure.Intend)] = (
            (kind, state) => Ranking.Contains(kind) && state == ProcedureState.Opened,
            procedure => procedure.Intend(procedure.Bids.Count > 0 ? [procedure.Bids[0].Id] : [], "Beste", Prepared.Intended, Prepared.Today)),
        [nameof(Procedure.Award)] = (
            (kind, state) => kind == ProcedureKind.OpenHouse ? state == ProcedureState.Opened : state == ProcedureState.Intended,
            procedure => procedure.Award(Prepared.AfterStandstill, Prepared.Today)),
        [nameof(Procedure.ReportBack)] = (
            (kind, state) => kind == ProcedureKind.ThreeNorth && state == ProcedureState.Awarded, procedure => procedure.ReportBack(Prepared.Today, Prepared.Today)),
        [nameof(Procedure.Conclude)] = (
            (kind, state) => kind == ProcedureKind.MarketConsultation ? state == ProcedureState.Answered : kind != ProcedureKind.ThreeNorth && state == ProcedureState.Awarded,
            procedure => procedure.Conclude()),
        [nameof(Procedure.Withdraw)] = ((_, state) => state < ProcedureState.Awarded, procedure => procedure.Withdraw("Geen geld")),
    };

    public static TheoryData<string, string, string> Matrix()
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var method in Methods.Keys)
        {
            foreach (var kind in Enum.GetValues<ProcedureKind>())
            {
                foreach (var state in Enum.GetValues<ProcedureState>().Where(state => Prepared.In(kind, state) is not null))
                    rows.Add(method, kind.ToString(), state.ToString());
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Each_method_is_allowed_where_it_belongs_and_refused_everywhere_else(string method, string kindName, string stateName)
    {
        var (kind, state) = (Enum.Parse<ProcedureKind>(kindName), Enum.Parse<ProcedureState>(stateName));
        var procedure = Prepared.In(kind, state)!;
        var (allowed, call) = Methods[method];
        var version = procedure.Version;

        if (allowed(kind, state))
        {
            call(procedure);
            Assert.Equal(version + 1, procedure.Version);
            return;
        }

        var refused = Assert.Throws<DomainException>(() => call(procedure));
        Assert.Equal((state, version), (procedure.State, procedure.Version));
        Assert.Contains(refused.Rule.Code, (string[])["PROCEDURE_STATE", "PROCEDURE_STEP_NOT_OF_KIND", "MANDATE_MISSING", "REPORT_BACK_MISSING", "QUESTION_UNKNOWN"]);
    }

    [Fact]
    public void The_matrix_names_every_method_that_changes_a_procedure() => Assert.Equal(
        typeof(Procedure).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.ReturnType == typeof(void) && !method.IsSpecialName).Select(method => method.Name).Order(),
        Methods.Keys.Order());

    [Theory]
    [InlineData("MarketConsultation", "Preparation Published Answered Concluded Withdrawn")]
    [InlineData("OpenHouse", "Preparation Published Answered Opened Awarded Concluded Withdrawn")]
    [InlineData("EuropeanTender", "Preparation Published Answered Opened Intended Awarded Concluded Withdrawn")]
    [InlineData("Sas", "Preparation Published Answered Opened Intended Awarded Concluded Withdrawn")]
    [InlineData("ThreeNorth", "Preparation Published Answered Opened Intended Awarded Concluded Withdrawn")]
    public void Each_kind_comes_into_its_own_states(string kind, string states) => Assert.Equal(
        states.Split(' '),
        Enum.GetValues<ProcedureState>().Where(state => Prepared.In(Enum.Parse<ProcedureKind>(kind), state) is not null).Select(state => state.ToString()));
}
