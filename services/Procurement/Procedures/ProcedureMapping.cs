using Regio.Messages.Procurement.V1;
using Regio.Procurement.Catalogue;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Procedures;

/// <summary>Between procedures and their messages.</summary>
internal static class ProcedureMapping
{
    public static V1.Procedure ToProto(this Procedure procedure) => new()
    {
        Id = procedure.Id.ToString("D"),
        Kind = (V1.ProcedureKind)procedure.Kind,
        Title = procedure.Title,
        BuyerId = procedure.BuyerId,
        Lots = { procedure.Lots.OrderBy(lot => lot.Number, StringComparer.Ordinal).Select(ToProto) },
        Criteria = { procedure.Criteria.OrderBy(criterion => criterion.Name, StringComparer.Ordinal).Select(ToProto) },
        StandstillDays = procedure.StandstillDays,
        Shared = procedure.LeadRegion.Length == 0 ? null : new V1.SharedProcedure
        {
            LeadRegion = procedure.LeadRegion,
            CostShareBasisPoints = procedure.CostShareBasisPoints,
            ReportBackDays = procedure.ReportBackDays,
            MandateDate = procedure.MandatedOn?.ToProto(),
            ReportDate = procedure.ReportedBackOn?.ToProto(),
        },
        State = (V1.ProcedureState)procedure.State,
        PublishDate = procedure.PublishedOn?.ToProto(),
        QuestionsUntilDate = procedure.QuestionsUntil?.ToProto(),
        BidsUntilDate = procedure.BidsUntil?.ToProto(),
        Questions = { procedure.Questions.OrderBy(question => question.Id).Select(ToProto) },
        Bids = { procedure.Bids.OrderBy(bid => bid.Id).Select(ToProto) },
        IntentionDate = procedure.IntendedOn?.ToProto(),
        StandstillUntilDate = procedure.StandstillUntil?.ToProto(),
        AwardDate = procedure.AwardedOn?.ToProto(),
        Reason = procedure.Reason,
        Etag = Etag.Of(procedure.Version),
        CreateTime = procedure.CreatedAt.ToProto(),
        TrancheId = procedure.TrancheId?.ToString("D") ?? "",
    };

    public static ProcedurePlan ToPlan(this V1.Procedure asked, int legalStandstillDays, int reportBackDays) => new(
        (ProcedureKind)asked.Kind,
        asked.Title.Trim(),
        asked.BuyerId,
        [.. asked.Lots.Select(lot => new Lot
        {
            Number = lot.Number.Trim(), Title = lot.Title.Trim(), ProductId = lot.ProductId, Unit = (TariffUnit)lot.Unit, MostWinners = Math.Max(lot.MostWinners, 1),
        })],
        [.. asked.Criteria.Select(criterion => new Criterion { Name = criterion.Name.Trim(), Kind = (CriterionKind)criterion.Kind, Weight = criterion.Weight })],
        asked.StandstillDays > 0 ? asked.StandstillDays : ProcedurePolicy.Of((ProcedureKind)asked.Kind).HasLegalStandstill ? legalStandstillDays : 0,
        asked.Shared is { } shared
            ? new SharedPlan(shared.LeadRegion.Trim(), shared.CostShareBasisPoints, shared.ReportBackDays > 0 ? shared.ReportBackDays : reportBackDays)
            : null)
    {
        TrancheId = asked.TrancheId.Length == 0 ? null : Guid.ParseExact(asked.TrancheId, "D"),
    };

    public static ProcedureChanged ToEvent(this Procedure procedure, DateTimeOffset now) => new()
    {
        ProcedureId = procedure.Id,
        AggregateVersion = procedure.Version,
        OccurredAt = now,
        Kind = procedure.Kind.Word(),
        State = procedure.State.ToString().ToLowerInvariant(),
        BuyerId = procedure.BuyerId,
        ProductIds = [.. procedure.Lots.Select(lot => lot.ProductId).Distinct().Order(StringComparer.Ordinal)],
        AwardedProviderIds = procedure.AwardedOn is null ? [] : [.. procedure.Bids.Where(bid => bid.Wins).Select(bid => bid.ProviderId).Distinct()],
    };

    public static string Word(this ProcedureKind kind) => kind switch
    {
        ProcedureKind.MarketConsultation => "market-consultation",
        ProcedureKind.OpenHouse => "open-house",
        ProcedureKind.EuropeanTender => "european-tender",
        ProcedureKind.Sas => "sas",
        ProcedureKind.ThreeNorth => "3noord",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Every kind has its own word."),
    };

    private static V1.Lot ToProto(Lot lot) => new()
    {
        Number = lot.Number, Title = lot.Title, ProductId = lot.ProductId, Unit = (V1.TariffUnit)lot.Unit, MostWinners = lot.MostWinners,
    };

    private static V1.Criterion ToProto(Criterion criterion) =>
        new() { Name = criterion.Name, Kind = (V1.CriterionKind)criterion.Kind, Weight = criterion.Weight };

    private static V1.ProcedureQuestion ToProto(ProcedureQuestion question) => new()
    {
        Id = question.Id.ToString("D"), Text = question.Text, AskedDate = question.AskedOn.ToProto(), Answer = question.Answer,
    };

    private static V1.Bid ToProto(Bid bid) => new()
    {
        Id = bid.Id.ToString("D"),
        ProviderId = bid.ProviderId.ToString("D"),
        LotNumber = bid.LotNumber,
        TariffCents = bid.TariffCents,
        ReceivedDate = bid.ReceivedOn.ToProto(),
        State = (V1.BidState)bid.State,
        Scores = { bid.Scores.OrderBy(score => score.Criterion, StringComparer.Ordinal).Select(score => new V1.BidScore { Criterion = score.Criterion, Points = score.Points }) },
        Score = bid.Score,
        Motivation = bid.Motivation,
        Wins = bid.Wins,
    };
}
