using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Features;

/// <summary>Procedures in the states that tests begin from.</summary>
internal sealed class ProcedureDrafts(ProcurementHost host)
{
    public ProcedureService.ProcedureServiceClient Rpcs { get; } = new(host.Invoker(TestTokens.For(Roles.ContractManager)));

    public static CreateProcedureRequest Plan(ProcedureKind kind = ProcedureKind.EuropeanTender)
    {
        var procedure = new Procedure { Kind = kind, Title = "Ambulante hulp 2026", BuyerId = "ZD" };
        if (kind != ProcedureKind.MarketConsultation)
            procedure.Lots.Add(new Lot { Number = "1", Title = "Emmen en Coevorden", ProductId = "ambulatory-help", Unit = TariffUnit.Hour, MostWinners = 2 });
        if (kind is ProcedureKind.EuropeanTender or ProcedureKind.Sas or ProcedureKind.ThreeNorth)
        {
            procedure.Criteria.Add(new Criterion { Name = "Kwaliteit", Kind = CriterionKind.Quality, Weight = 70 });
            procedure.Criteria.Add(new Criterion { Name = "Prijs", Kind = CriterionKind.Price, Weight = 30 });
        }

        if (kind == ProcedureKind.ThreeNorth)
            procedure.Shared = new SharedProcedure { LeadRegion = "Groningen", CostShareBasisPoints = 3_350 };
        return new() { RequestId = NewId(), Procedure = procedure };
    }

    public static PublishProcedureRequest Publication(Procedure procedure) => new()
    {
        RequestId = NewId(),
        Id = procedure.Id,
        PublishDate = Day(2025, 3, 3),
        QuestionsUntilDate = Day(2025, 3, 20),
        BidsUntilDate = procedure.Kind == ProcedureKind.MarketConsultation ? null : Day(2025, 4, 20),
    };

    public async Task<Procedure> PreparedAsync(ProcedureKind kind = ProcedureKind.EuropeanTender) => (await Rpcs.CreateProcedureAsync(Plan(kind))).Procedure;

    public async Task<Procedure> PublishedAsync(ProcedureKind kind = ProcedureKind.EuropeanTender)
    {
        var prepared = await PreparedAsync(kind);
        if (kind == ProcedureKind.ThreeNorth)
            await Rpcs.RecordProcedureMandateAsync(new() { RequestId = NewId(), Id = prepared.Id, MandateDate = Day(2025, 2, 1) });
        return (await Rpcs.PublishProcedureAsync(Publication(prepared))).Procedure;
    }

    public async Task<Procedure> AskedAsync() => (await Rpcs.AskProcedureQuestionAsync(new()
    {
        RequestId = NewId(), Id = (await PublishedAsync()).Id, Text = "Geldt het perceel ook voor vervoer?", AskedDate = Day(2025, 3, 10),
    })).Procedure;

    public async Task<RecordBidRequest> BidAsync(Procedure procedure, long cents = 95_00) => new()
    {
        RequestId = NewId(),
        Id = procedure.Id,
        Bid = new Bid { ProviderId = (await host.CreateProviderAsync()).Id, LotNumber = "1", TariffCents = cents, ReceivedDate = Day(2025, 4, 10) },
    };

    /// <summary>With a bid, and its answers published.</summary>
    public async Task<Procedure> AnsweredAsync(ProcedureKind kind = ProcedureKind.EuropeanTender)
    {
        var published = await PublishedAsync(kind);
        if (kind != ProcedureKind.MarketConsultation)
            await Rpcs.RecordBidAsync(await BidAsync(published));
        return (await Rpcs.PublishProcedureAnswersAsync(new() { RequestId = NewId(), Id = published.Id })).Procedure;
    }

    /// <summary>Opened, with more bids than one.</summary>
    public async Task<Procedure> OpenedWithAsync(int bids)
    {
        var published = await PublishedAsync();
        foreach (var cents in Enumerable.Range(0, bids).Select(bid => 95_00 + bid))
            await Rpcs.RecordBidAsync(await BidAsync(published, cents));
        await Rpcs.PublishProcedureAnswersAsync(new() { RequestId = NewId(), Id = published.Id });
        return (await Rpcs.OpenBidsAsync(new() { RequestId = NewId(), Id = published.Id })).Procedure;
    }

    public async Task<Procedure> OpenedAsync(ProcedureKind kind = ProcedureKind.EuropeanTender) =>
        (await Rpcs.OpenBidsAsync(new() { RequestId = NewId(), Id = (await AnsweredAsync(kind)).Id })).Procedure;

    public static AssessBidRequest Assessment(Procedure opened, int place = 0, int quality = 80)
    {
        var request = new AssessBidRequest { RequestId = NewId(), Id = opened.Id, BidId = opened.Bids[place].Id, Motivation = "Goed plan" };
        if (opened.Criteria.Count > 0)
            request.Scores.AddRange([new BidScore { Criterion = "Kwaliteit", Points = quality }, new BidScore { Criterion = "Prijs", Points = 60 }]);
        return request;
    }

    public async Task<Procedure> AssessedAsync(ProcedureKind kind = ProcedureKind.EuropeanTender) =>
        (await Rpcs.AssessBidAsync(Assessment(await OpenedAsync(kind)))).Procedure;

    public static IntendAwardRequest Intention(Procedure assessed) => new()
    {
        RequestId = NewId(), Id = assessed.Id, WinningBidIds = { assessed.Bids.Select(bid => bid.Id) }, Motivation = "Beste op kwaliteit", IntentionDate = Day(2025, 5, 1),
    };

    public async Task<Procedure> IntendedAsync(ProcedureKind kind = ProcedureKind.EuropeanTender) =>
        (await Rpcs.IntendAwardAsync(Intention(await AssessedAsync(kind)))).Procedure;

    public async Task<Procedure> AwardedAsync(ProcedureKind kind = ProcedureKind.EuropeanTender) => (await Rpcs.AwardProcedureAsync(new()
    {
        RequestId = NewId(), Id = (kind == ProcedureKind.OpenHouse ? await AssessedAsync(kind) : await IntendedAsync(kind)).Id, AwardDate = Day(2025, 6, 1),
    })).Procedure;

    public static DraftAwardedContractRequest Award(Procedure awarded) => new()
    {
        RequestId = NewId(),
        Id = awarded.Id,
        ProviderId = awarded.Bids.First(bid => bid.Wins).ProviderId,
        Period = Year(2026),
        Clocks = new() { NoticeMonths = 3, RenewalMonths = 12, MostRenewals = 2 },
    };
}
