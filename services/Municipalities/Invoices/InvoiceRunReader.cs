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
        var snapshot = await register.GetAsync(ct);
        var facts = new RunFacts(
            content.RegionId,
            Coordinator(snapshot, content.RegionId, date),
            date,
            content.DueDate?.ToDateOnly() ?? date.AddDays(InvoiceRun.UsualDays),
            await CorrectedAsync(content.CorrectsId, ct));
        var items = await ItemsAsync(content.Items, ct);
        return InvoiceRun.Compose(Guid.CreateVersion7(moment.Now), facts, items, Payers(snapshot, items, date), moment.By, moment.Now);
    }

    /// <summary>Who pays on a day instead of those in the shares that have gone over into another.</summary>
    private static Dictionary<string, Payer> Payers(RegisterSnapshot snapshot, IReadOnlyList<RunItem> items, DateOnly date) =>
        items.SelectMany(item => item.Allocation.Shares).Select(share => share.MunicipalityId).Distinct()
            .Select(id => (Id: id, Payer: snapshot.OnDay(snapshot.Municipality(id, "content.items"), date)))
            .Where(found => found.Payer.Id != found.Id)
            .ToDictionary(found => found.Id, found => new Payer(found.Payer.Id, found.Payer.Name));

    private static string Coordinator(RegisterSnapshot snapshot, string regionId, DateOnly date)
    {
        snapshot.RequireRegion(regionId, "content.region_id");
        return snapshot.RolesOn(date).FirstOrDefault(h =>
                h.Role.RegionId == regionId && h.Role.Kind == RegionRoleKind.CoordinatingMunicipality && !h.IsVacant)?.Holder.Id
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
