using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Agenda;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Contracts;
using Regio.Procurement.Persistence;
using Regio.Procurement.Terms;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;
using Term = Regio.Procurement.Terms.Term;

namespace Regio.Procurement.Procedures;

/// <summary>Prepares a procedure, once per request id.</summary>
internal sealed class CreateProcedure(
    ProcurementDbContext db, CatalogueReader reader, Buyers buyers, TermReader termReader, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.ProcedureService/CreateProcedure";

    public Task<CreateProcedureResponse> RunAsync(CreateProcedureRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => PrepareAsync(request.Procedure, token), ct);

    private async Task<CreateProcedureResponse> PrepareAsync(V1.Procedure asked, CancellationToken ct)
    {
        var catalogue = await reader.ReadAsync(ct);
        for (var i = 0; i < asked.Lots.Count; i++)
            catalogue.Product(asked.Lots[i].ProductId, $"procedure.lots[{i}].product_id");
        await buyers.ScalesAsync([new BuyerOnDay(asked.BuyerId, time.DutchToday(), "procedure.buyer_id")], ct);
        if (asked.TrancheId.Length > 0)
            await RequireTrancheAsync(asked, ct);
        var now = time.StorableNow();
        var (terms, today) = (await termReader.ReadAsync(ct), time.DutchToday());
        var standstill = terms.On(Term.StandstillDays, today);
        var procedure = Procedure.Prepare(Guid.CreateVersion7(now), asked.ToPlan(standstill, terms.On(Term.ReportBackDays, today)), standstill, now);
        db.Add(procedure);
        db.Publish(procedure.ToEvent(now), procedure.Id.ToString("D"));
        return new CreateProcedureResponse { Procedure = procedure.ToProto() };
    }

    private async Task RequireTrancheAsync(V1.Procedure asked, CancellationToken ct)
    {
        var id = Guid.ParseExact(asked.TrancheId, "D");
        var tranche = await db.Set<Agenda.Tranche>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, ct)
            ?? throw AgendaRules.NotFound(asked.TrancheId, "procedure.tranche_id");
        if (tranche.BuyerId != asked.BuyerId)
            throw new DomainException(AgendaRules.OtherBuyer, "procedure.tranche_id");
    }
}

internal sealed class CreateProcedureValidator : AbstractValidator<CreateProcedureRequest>
{
    private const int Whole = 100;
    private const int WholeBasisPoints = 10_000;

    public CreateProcedureValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Procedure).NotNull().ChildRules(procedure =>
        {
            procedure.RuleFor(p => p.Kind).IsInEnum().NotEqual(V1.ProcedureKind.Unspecified).WithMessage("Say what kind of procedure it is.");
            procedure.RuleFor(p => p.Title).IsLine(ProcedureRules.MostTitleCharacters);
            procedure.RuleFor(p => p.BuyerId).NotEmpty().WithMessage("Give a region.").IsRegionIdOrEmpty();
            procedure.RuleFor(p => p.TrancheId).IsUuid().When(p => p.TrancheId.Length > 0);
            procedure.RuleFor(p => p.StandstillDays).InclusiveBetween(0, ProcedureRules.MostDays);
            procedure.RuleFor(p => p.Lots).Must(lots => lots.Count <= ProcedureRules.MostLots).WithMessage($"Give at most {ProcedureRules.MostLots} lots.");
            procedure.RuleForEach(p => p.Lots).ChildRules(Lot).When(p => p.Lots.Count <= ProcedureRules.MostLots);
            procedure.RuleFor(p => p.Criteria).Must(criteria => criteria.Count <= ProcedureRules.MostCriteria)
                .WithMessage($"Give at most {ProcedureRules.MostCriteria} criteria.");
            procedure.RuleForEach(p => p.Criteria).ChildRules(Criterion).When(p => p.Criteria.Count <= ProcedureRules.MostCriteria);
            procedure.When(p => p.Shared is not null, () =>
            {
                procedure.RuleFor(p => p.Shared.LeadRegion).IsLine(ProcedureRules.MostTitleCharacters);
                procedure.RuleFor(p => p.Shared.CostShareBasisPoints).InclusiveBetween(0, WholeBasisPoints);
                procedure.RuleFor(p => p.Shared.ReportBackDays).InclusiveBetween(0, ProcedureRules.MostDays);
            });
        });
    }

    private static void Lot(InlineValidator<V1.Lot> lot)
    {
        lot.RuleFor(l => l.Number).IsLine(ContractRules.MostPlaceCharacters);
        lot.RuleFor(l => l.Title).IsLine(ProcedureRules.MostTitleCharacters);
        lot.RuleFor(l => l.ProductId).IsLine(CatalogueMapping.MostCodeCharacters);
        lot.RuleFor(l => l.Unit).IsInEnum().NotEqual(V1.TariffUnit.Unspecified).WithMessage("Give the unit of the tariff.");
        lot.RuleFor(l => l.MostWinners).InclusiveBetween(0, ProcedureRules.MostWinners);
    }

    private static void Criterion(InlineValidator<V1.Criterion> criterion)
    {
        criterion.RuleFor(c => c.Name).IsLine(ProcedureRules.MostTitleCharacters);
        criterion.RuleFor(c => c.Kind).IsInEnum().NotEqual(V1.CriterionKind.Unspecified).WithMessage("Say quality or price.");
        criterion.RuleFor(c => c.Weight).InclusiveBetween(1, Whole);
    }
}
