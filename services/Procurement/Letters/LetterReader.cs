using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Regio.Documents;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Ceilings;
using Regio.Procurement.Contracts;
using Regio.Procurement.Management;
using Regio.Procurement.Ocds;
using Regio.Procurement.Persistence;
using Regio.Procurement.Providers;
using Regio.Procurement.Tariffs;
using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Letters;

/// <summary>Reads what a letter tells and writes it as a document. What belongs to another provider looks unknown.</summary>
internal sealed class LetterReader(ProcurementDbContext db, IOptions<OcdsOptions> options)
{
    private string Sender => options.Value.Publisher;

    public async Task<Document> CeilingWarningAsync(string id, ProviderScope scope, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        var ceiling = await db.CeilingsVisibleTo(scope).SingleOrDefaultAsync(c => c.Id == key, ct) ?? throw CeilingRules.NotFound(id);
        return WarningLetter.Of(ceiling, await ProviderAsync(ceiling.ProviderId, ct), await SubjectAsync(ceiling.ContractId, ct), Sender);
    }

    public async Task<Document> ClientStopAsync(string id, ProviderScope scope, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        var stop = await db.Set<ClientStop>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == key, ct);
        if (stop is null || !scope.Allows(stop.ProviderId))
            throw new DomainException(CeilingRules.StopUnknown, "id", new Dictionary<string, string> { ["client_stop_id"] = id });
        var product = await db.Set<Product>().Where(p => p.Id == stop.ProductId).Select(p => p.Name).SingleOrDefaultAsync(ct);
        return ClientStopLetter.Of(stop, product, await ProviderAsync(stop.ProviderId, ct), Sender);
    }

    public async Task<Document> AddendumAsync(string id, int number, ProviderScope scope, CancellationToken ct)
    {
        if (number == 0)
            throw new DomainException(LetterRules.NeedsAddendum, "addendum_number");
        var contract = await ContractAsync(id, scope, ct);
        var addendum = contract.Addenda.SingleOrDefault(a => a.Number == number) ?? throw new DomainException(LetterRules.AddendumUnknown, "addendum_number");
        return AddendumLetter.Of(contract, addendum, await ProviderAsync(contract.ProviderId, ct), Sender);
    }

    public async Task<Document> ImprovementPlanAsync(string id, ProviderScope scope, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        var plan = await db.Set<ImprovementPlan>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == key, ct);
        if (plan is null || !scope.Allows(plan.ProviderId))
            throw ManagementRules.NotFound(ManagementRules.PlanUnknown, id);
        return ImprovementPlanLetter.Of(plan, await SubjectAsync(plan.ContractId, ct), await ProviderAsync(plan.ProviderId, ct), Sender);
    }

    public async Task<Document> TariffSheetAsync(string id, DateOnly day, ProviderScope scope, CancellationToken ct)
    {
        var contract = await ContractAsync(id, scope, ct);
        var tariffs = await db.Set<Tariff>().AsNoTracking().Where(t => t.ContractId == contract.Id && t.InForce != null).ToListAsync(ct);
        var products = await db.Set<Product>().ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var lines = from line in contract.Lines.OrderBy(line => line.Position)
                    where line.Active?.Contains(day) == true
                    from tariff in tariffs
                    where tariff.LineId == line.Id && tariff.InForce?.Contains(day) == true
                    select new TariffSheetLine(products[line.ProductId], line, tariff.Cents, tariff.Provisional);
        return TariffSheet.Of(contract, [.. lines], await ProviderAsync(contract.ProviderId, ct), Sender, day);
    }

    private async Task<Contract> ContractAsync(string id, ProviderScope scope, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        return await db.VisibleTo(scope).Include(c => c.Lines).Include(c => c.Addenda).AsSplitQuery().SingleOrDefaultAsync(c => c.Id == key, ct)
            ?? throw ContractRules.NotFound(id);
    }

    private Task<string> ProviderAsync(Guid id, CancellationToken ct) => db.Set<Provider>().Where(p => p.Id == id).Select(p => p.Name).SingleAsync(ct);

    private Task<string> SubjectAsync(Guid id, CancellationToken ct) => db.Set<Contract>().Where(c => c.Id == id).Select(c => c.Subject).SingleAsync(ct);
}
