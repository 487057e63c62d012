using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Contracts;
using Regio.Procurement.Persistence;
using Regio.Procurement.Terms;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;
using Contract = Regio.Procurement.Contracts.Contract;
using ContractClocks = Regio.Procurement.Contracts.ContractClocks;

namespace Regio.Procurement.Procedures;

/// <summary>Drafts the contract that belongs to an award: a line for each lot that the provider won, at the tariff of its bid.</summary>
internal sealed class DraftAwardedContract(
    ProcurementDbContext db,
    CatalogueReader reader,
    DraftLines draftLines,
    TermReader termReader,
    IdempotentRequests<ProcurementDbContext> requests,
    TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.ProcedureService/DraftAwardedContract";

    public Task<DraftAwardedContractResponse> RunAsync(DraftAwardedContractRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => DraftAsync(request, caller, token), ct);

    private async Task<DraftAwardedContractResponse> DraftAsync(DraftAwardedContractRequest request, string caller, CancellationToken ct)
    {
        var (id, provider) = (Guid.ParseExact(request.Id, "D"), Guid.ParseExact(request.ProviderId, "D"));
        var procedure = await db.Set<Procedure>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(p => p.Id == id, ct)
            ?? throw ProcedureRules.NotFound(request.Id);
        var won = procedure.AwardedTo(provider);
        if (await db.Set<Contract>().AnyAsync(c => c.ProcedureId == id && c.ProviderId == provider && c.ContinuesId == null, ct))
            throw new DomainException(ProcedureRules.Contracted, "provider_id");

        var now = time.StorableNow();
        var catalogue = await reader.ReadAsync(ct);
        var clocks = ContractClocks.Default(await termReader.ReadAsync(ct), time.DutchToday());
        var lines = await draftLines.MakeAsync(
            [.. won.Select(award => Line(award.Lot, award.Bid, procedure.BuyerId, request))], catalogue, DraftLines.Drafted, now, ct);
        var terms = new ContractTerms(procedure.Title, request.Period.ToValidity(), lines, request.Clocks.ToDomain(clocks));
        var contract = Contract.Draft(Guid.CreateVersion7(now), provider, terms, catalogue, caller, now, id);
        db.Add(contract);
        return new DraftAwardedContractResponse { Contract = contract.ToProto() };
    }

    private static V1.ContractLine Line(Procedures.Lot lot, Procedures.Bid bid, string buyer, DraftAwardedContractRequest request) => new()
    {
        ProductId = lot.ProductId,
        BuyerId = buyer,
        Unit = (V1.TariffUnit)lot.Unit,
        TariffCents = bid.TariffCents,
        Lot = lot.Number,
        Period = request.Period,
    };
}

internal sealed class DraftAwardedContractValidator : AbstractValidator<DraftAwardedContractRequest>
{
    public DraftAwardedContractValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.ProviderId).IsUuid();
        RuleFor(r => r.Period).IsPeriod();
        RuleFor(r => r.Clocks).SetValidator(new ContractClocksValidator());
    }
}
