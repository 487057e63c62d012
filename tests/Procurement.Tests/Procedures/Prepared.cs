using Regio.Procurement.Catalogue;
using Regio.Procurement.Procedures;

namespace Regio.Procurement.Tests.Procedures;

/// <summary>Procedures of each kind in each of its states, made by the domain alone.</summary>
internal static class Prepared
{
    public const int LegalStandstillDays = 20;
    public static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Published = new(2026, 1, 5);
    public static readonly DateOnly QuestionsUntil = new(2026, 1, 20);
    public static readonly DateOnly BidsUntil = new(2026, 2, 20);
    public static readonly DateOnly Intended = new(2026, 3, 2);
    public static readonly DateOnly AfterStandstill = new(2026, 3, 23);
    public static readonly DateOnly Today = new(2026, 12, 1);

    public static ProcedurePlan Plan(ProcedureKind kind) => new(
        kind,
        "Ambulante hulp",
        "ZD",
        kind == ProcedureKind.MarketConsultation ? [] : [Lot("1"), Lot("2")],
        ProcedurePolicy.Of(kind).Ranks ? [Criterion("Kwaliteit", CriterionKind.Quality, 70), Criterion("Prijs", CriterionKind.Price, 30)] : [],
        ProcedurePolicy.Of(kind).HasLegalStandstill ? LegalStandstillDays : 0,
        kind == ProcedureKind.ThreeNorth ? new SharedPlan("Groningen", 3_350, 30) : null);

    public static Lot Lot(string number, int mostWinners = 1) =>
        new() { Number = number, Title = $"Perceel {number}", ProductId = "ambulatory-help", Unit = TariffUnit.Hour, MostWinners = mostWinners };

    public static Criterion Criterion(string name, CriterionKind kind, int weight) => new() { Name = name, Kind = kind, Weight = weight };

    public static Bid Bid(string lot = "1", DateOnly? received = null) =>
        new() { Id = Guid.CreateVersion7(), ProviderId = Guid.CreateVersion7(), LotNumber = lot, TariffCents = 95_00, ReceivedOn = received ?? BidsUntil };

    public static BidScore[] Scores(int quality, int price) =>
        [new BidScore { Criterion = "Kwaliteit", Points = quality }, new BidScore { Criterion = "Prijs", Points = price }];

    public static Procedure Of(ProcedureKind kind, ProcedurePlan? plan = null) => Procedure.Prepare(Guid.CreateVersion7(), plan ?? Plan(kind), LegalStandstillDays, Now);

    /// <summary>A procedure with one assessed bid, where its kind has them; null where the kind does not come into the state.</summary>
    public static Procedure? In(ProcedureKind kind, ProcedureState state)
    {
        var procedure = Of(kind);
        if (state == ProcedureState.Withdrawn)
            procedure.Withdraw("Geen behoefte");
        foreach (var step in ProcedurePolicy.Of(kind).Steps.TakeWhile(_ => procedure.State != state && state != ProcedureState.Withdrawn).Skip(1).ToList())
        {
            if (procedure.State == state)
                break;
            Take(procedure, step);
        }

        return procedure.State == state ? procedure : null;
    }

    private static void Take(Procedure procedure, ProcedureState step)
    {
        switch (step)
        {
            case ProcedureState.Published:
                if (procedure.Kind == ProcedureKind.ThreeNorth)
                    procedure.RecordMandate(Published, Today);
                procedure.Publish(Published, QuestionsUntil, procedure.Lots.Count > 0 ? BidsUntil : null, Today);
                break;
            case ProcedureState.Answered:
                if (procedure.Lots.Count > 0)
                    procedure.RecordBid(Bid());
                procedure.PublishAnswers(Today);
                break;
            case ProcedureState.Opened:
                procedure.OpenBids(Today);
                procedure.Assess(procedure.Bids[0].Id, excluded: false, procedure.Criteria.Count > 0 ? Scores(80, 60) : [], "Voldoet");
                break;
            case ProcedureState.Intended: procedure.Intend([procedure.Bids[0].Id], "Beste", Intended, Today); break;
            case ProcedureState.Awarded: procedure.Award(AfterStandstill, Today); break;
            case ProcedureState.Concluded:
                if (procedure.Kind == ProcedureKind.ThreeNorth)
                    procedure.ReportBack(Today, Today);
                procedure.Conclude();
                break;
        }
    }
}
