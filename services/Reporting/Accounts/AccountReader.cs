using System.Data;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Monitor;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Accounts;

/// <summary>Reads the account over a period: allocations by the day on which they were recorded, invoices by their date.</summary>
internal sealed class AccountReader(ReportingDbContext db, ProgressReader progress)
{
    public async Task<AccountView> ReadAsync(DateOnly from, DateOnly until, CancellationToken ct)
    {
        await using var moment = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var (begin, end) = (from.InDutchTime(), until.InDutchTime());
        var allocations = await db.Set<ProjectedAllocation>().AsNoTracking().Where(a => a.OccurredAt >= begin && a.OccurredAt < end)
            .Select(a => new { a.Id, a.Subject, a.AmountCents }).ToListAsync(ct);
        var shares = await db.Set<ProjectedShare>().Where(s => s.OccurredAt >= begin && s.OccurredAt < end)
            .GroupBy(s => s.MunicipalityId).Select(g => new { Id = g.Key, Cents = g.Sum(s => (decimal)s.AmountCents) }).ToDictionaryAsync(g => g.Id, g => g.Cents, ct);
        var runs = await db.Set<ProjectedInvoiceRun>().AsNoTracking().Where(r => r.InvoiceDate >= from && r.InvoiceDate < until).OrderBy(r => r.InvoiceDate).ThenBy(r => r.Reference).ToListAsync(ct);
        var ids = runs.Select(run => run.Id).ToArray();
        var invoices = await db.Set<ProjectedInvoice>().AsNoTracking().Where(i => ids.Contains(i.RunId)).ToListAsync(ct);
        var names = await db.Set<ProjectedMunicipality>().AsNoTracking().OrderBy(m => m.Rank).ThenBy(m => m.Id).Select(m => new { m.Id, m.Name }).ToListAsync(ct);
        var known = names.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        var unnamed = shares.Keys.Concat(invoices.Select(i => i.MunicipalityId)).Distinct().Where(id => !known.Contains(id)).Order(StringComparer.Ordinal).Select(id => new { Id = id, Name = id });
        return new AccountView(
            from,
            until,
            [.. allocations.GroupBy(a => a.Subject, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new AccountedSubject(g.Key, g.Count(), g.Sum(a => (decimal)a.AmountCents)))],
            [.. names.Concat(unnamed).Select(m => Municipality(m.Id, m.Name, shares.GetValueOrDefault(m.Id), [.. invoices.Where(i => i.MunicipalityId == m.Id)])).Where(m => m is not { AllocatedCents: 0, InvoicedCents: 0, VatCents: 0 })],
            [.. runs.Select(run => new AccountedRun(
                run.Reference, run.InvoiceDate, run.IsCorrection, invoices.Where(i => i.RunId == run.Id).Sum(i => (decimal)i.AmountCents), invoices.Where(i => i.RunId == run.Id).Sum(i => (decimal)i.VatCents)))],
            (await progress.ReadAsync(ct)).Single(p => p.Publisher == "municipalities").LastEventAt);
    }

    private static AccountedMunicipality Municipality(string id, string name, decimal allocated, IReadOnlyList<ProjectedInvoice> invoices) => new()
    {
        Id = id,
        Name = name,
        AllocatedCents = allocated,
        InvoicedCents = invoices.Sum(i => (decimal)i.AmountCents),
        VatCents = invoices.Sum(i => (decimal)i.VatCents),
        IsOwnShare = invoices.Any(i => i.IsOwnShare),
    };
}
