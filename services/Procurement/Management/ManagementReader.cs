using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Contracts;
using Regio.Procurement.Persistence;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Management;

/// <summary>Finds what is managed.</summary>
internal static class ManagementReader
{
    public static async Task<ManagedContract> ManagedContractAsync(this ProcurementDbContext db, string id, string field, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        var contract = await db.Set<Contract>().AsNoTracking().Where(c => c.Id == key).Select(c => new { c.ProviderId, c.State }).SingleOrDefaultAsync(ct)
            ?? throw ContractRules.NotFound(id, field);
        return contract.State == ContractState.Draft
            ? throw new DomainException(ManagementRules.OfDraft, field)
            : new ManagedContract(key, contract.ProviderId);
    }

    /// <summary>The plan to change, its row locked.</summary>
    public static async Task<ImprovementPlan> PlanToChangeAsync(this ProcurementDbContext db, string id, string etag, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        var plan = await db.Set<ImprovementPlan>().FromSql($"select * from improvement_plan where id = {key} for update").SingleOrDefaultAsync(ct)
            ?? throw ManagementRules.NotFound(ManagementRules.PlanUnknown, id);
        Etag.Require(etag, plan.Version);
        return plan;
    }
}
