using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Costs;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Register;
using Regio.Municipalities.Requests;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Invoices;

/// <summary>Reads what a run is composed of, and runs that were issued.</summary>
internal sealed class InvoiceRunReader(MunicipalitiesDbContext db, RegisterCache register)
{
    public IQueryable<InvoiceRun> Runs =>
        db.Set<InvoiceRun>().AsNoTracking().Include(r => r.Items).Include(r => r.Invoices).ThenInclude(i => i.Lines).AsSplitQuery();

    public static DomainException Unknown(string id, string field) => new(InvoiceRules.Unknown, field, new Dictionary<string, string> { [field] = id });

    /// <summary>The run that a request describes, by the facts of now.</summary>
    public async Task<InvoiceRun> ComposeAsync(V1.InvoiceRunContent content, Moment moment, CancellationToken ct)
    {
        var date = content.InvoiceDate.ToDateOnly();
        var facts = new RunFacts(
            content.RegionId,
            await CoordinatorAsync(content.RegionId, date, ct),
            date,
            content.DueDate?.ToDateOnly() ?? date.AddDays(InvoiceRun.UsualDays),
            await CorrectedAsync(content.CorrectsId, ct));
        return InvoiceRun.Compose(Guid.CreateVersion7(moment.Now), facts, await ItemsAsync(content.Items, ct), moment.By, moment.Now);
    }

    private async Task<string> CoordinatorAsync(string regionId, DateOnly date, CancellationToken ct)
    {
        var snapshot = await register.GetAsync(ct);
        snapshot.RequireRegion(regionId, "content.region_id");
        return snapshot.RegionRoles.FirstOrDefault(r =>
                r.RegionId == regionId && r.Kind == RegionRoleKind.CoordinatingMunicipality && r.Validity.Contains(date))?.MunicipalityId
            ?? throw new DomainException(InvoiceRules.CoordinatorUnknown, "content.invoice_date", new Dictionary<string, string> { ["region_id"] = regionId });
    }

    private async Task<Guid?> CorrectedAsync(string id, CancellationToken ct)
    {
        if (id.Length == 0)
            return null;
        var key = Guid.ParseExact(id, "D");
        return await db.Set<InvoiceRun>().AnyAsync(r => r.Id == key, ct) ? key : throw Unknown(id, "content.corrects_id");
    }

    private async Task<IReadOnlyList<RunItem>> ItemsAsync(IReadOnlyList<V1.InvoiceItem> asked, CancellationToken ct)
    {
        var ids = asked.Select(i => Guid.ParseExact(i.CostAllocationId, "D")).ToList();
        var allocations = await db.Set<CostAllocation>().AsNoTracking().Include(a => a.Shares).Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var concerned = ids.Concat(allocations.Values.Select(a => a.CreditsId).OfType<Guid>()).ToList();
        var runs = await db.Set<InvoicedAllocation>().AsNoTracking().Where(i => concerned.Contains(i.CostAllocationId))
            .Select(i => new { i.CostAllocationId, RunId = EF.Property<Guid>(i, InvoiceRunConfiguration.RunId) }).ToDictionaryAsync(i => i.CostAllocationId, i => i.RunId, ct);
        return [.. asked.Select((item, i) => Item(item, ids[i], $"content.items[{i}].cost_allocation_id"))];

        RunItem Item(V1.InvoiceItem item, Guid id, string field)
        {
            if (!allocations.TryGetValue(id, out var allocation))
                throw new DomainException(CostRules.CostAllocationUnknown, field, new Dictionary<string, string> { ["id"] = item.CostAllocationId });
            return new RunItem(allocation, (VatTreatment)item.VatTreatment, RunOf(id), allocation.CreditsId is { } debit ? RunOf(debit) : null);
        }

        Guid? RunOf(Guid id) => runs.TryGetValue(id, out var run) ? run : null;
    }
}
