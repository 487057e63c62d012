using System.Data;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Monitor;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Accounts;

/// <summary>
/// Reads the account over a period: allocations by the day on which they were recorded, invoices by their date, hours by the
/// first day of their quarter, and what happened to a fund by its day.
/// </summary>
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
        var claims = await db.Set<ProjectedHourClaim>().AsNoTracking().Where(c => c.QuarterStart >= from && c.QuarterStart < until && c.State != "cancelled").ToListAsync(ct);
        var funds = await db.Set<ProjectedFund>().AsNoTracking().OrderBy(f => f.ValidFrom).ThenBy(f => f.Name).ThenBy(f => f.Id).ToListAsync(ct);
        var movements = (await db.Set<ProjectedFundMovement>().AsNoTracking().Where(m => m.HappenedOn < until).ToListAsync(ct)).ToLookup(m => m.FundId);
        var known = names.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        var unnamed = shares.Keys.Concat(invoices.Select(i => i.MunicipalityId)).Distinct().Where(id => !known.Contains(id)).Order(StringComparer.Ordinal).Select(id => new { Id = id, Name = id });
        return new AccountView(
            from,
            until,
            [.. allocations.GroupBy(a => a.Subject, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new AccountedSubject(g.Key, g.Count(), g.Sum(a => (decimal)a.AmountCents)))],
            [.. names.Concat(unnamed).Select(m => Municipality(m.Id, m.Name, shares.GetValueOrDefault(m.Id), [.. invoices.Where(i => i.MunicipalityId == m.Id)])).Where(m => m is not { AllocatedCents: 0, InvoicedCents: 0, VatCents: 0 })],
            [.. runs.Select(run => new AccountedRun(
                run.Reference, run.InvoiceDate, run.IsCorrection, invoices.Where(i => i.RunId == run.Id).Sum(i => (decimal)i.AmountCents), invoices.Where(i => i.RunId == run.Id).Sum(i => (decimal)i.VatCents)))],
            Hours(claims, [.. names.Select(m => (m.Id, m.Name))]),
            [
                .. funds.Where(fund => IsOf(fund, [.. movements[fund.Id]], from, until)).Select(fund => Fund(fund, [.. movements[fund.Id]], from)),
            ],
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

    // Municipalities in the order of the register; those that it does not name come last, by their code.
    private static IReadOnlyList<AccountedHours> Hours(IReadOnlyList<ProjectedHourClaim> claims, IReadOnlyList<(string Id, string Name)> names)
    {
        var places = names.Select((m, place) => (m.Id, m.Name, Place: place)).ToDictionary(m => m.Id, StringComparer.Ordinal);
        return
        [
            .. claims.GroupBy(c => new { c.Work, c.QuarterStart, c.MunicipalityId, c.RateCents })
                .OrderBy(g => g.Key.Work, StringComparer.Ordinal).ThenBy(g => g.Key.QuarterStart)
                .ThenBy(g => places.TryGetValue(g.Key.MunicipalityId, out var m) ? m.Place : int.MaxValue).ThenBy(g => g.Key.MunicipalityId, StringComparer.Ordinal)
                .ThenBy(g => g.Key.RateCents)
                .Select(g => new AccountedHours
                {
                    Work = g.Key.Work,
                    QuarterStart = g.Key.QuarterStart,
                    MunicipalityId = g.Key.MunicipalityId,
                    MunicipalityName = places.TryGetValue(g.Key.MunicipalityId, out var m) ? m.Name : g.Key.MunicipalityId,
                    Minutes = g.Sum(c => (long)c.Minutes),
                    RateCents = g.Key.RateCents,
                    Cents = g.Sum(c => (decimal)c.AmountCents),
                    FromFundsCents = g.Where(c => c.FundId is not null).Sum(c => (decimal)c.AmountCents),
                }),
        ];
    }

    private static AccountedFund Fund(ProjectedFund fund, IReadOnlyList<ProjectedFundMovement> untilEnd, DateOnly from) => new()
    {
        Id = fund.Id,
        Name = fund.Name,
        Kind = fund.Kind,
        ValidUntil = fund.ValidUntil,
        InPeriod = Sums([.. untilEnd.Where(m => m.HappenedOn >= from)]),
        ToDate = Sums(untilEnd),
    };

    // A fund is accounted for while it runs, when something happened to it, and for as long as it was not settled.
    private static bool IsOf(ProjectedFund fund, IReadOnlyList<ProjectedFundMovement> untilEnd, DateOnly from, DateOnly until) =>
        (fund.ValidFrom < until && (fund.ValidUntil is null || fund.ValidUntil > from)) || untilEnd.Any(m => m.HappenedOn >= from) || Sums(untilEnd).UnspentCents != 0;

    private static FundSums Sums(IReadOnlyList<ProjectedFundMovement> movements)
    {
        return new(Sum("granted"), Sum("committed") - Sum("released"), Sum("spent"), Sum("repaid"));

        decimal Sum(string kind) => movements.Where(m => m.Kind == kind).Sum(m => (decimal)m.AmountCents);
    }
}
