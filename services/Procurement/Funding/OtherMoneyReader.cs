using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;

namespace Regio.Procurement.Funding;

/// <summary>Reads what a provider is paid beside tariffs.</summary>
internal sealed class OtherMoneyReader(ProcurementDbContext db)
{
    /// <summary>At most so many of each.</summary>
    public async Task<OtherMoney> ReadAsync(Guid provider, DateOnly day, int most, CancellationToken ct)
    {
        var (begin, end) = (new DateOnly(day.Year, 1, 1), new DateOnly(day.Year + 1, 1, 1));
        var subsidies = await db.Set<Subsidy>()
            .FromSql(
                $"""
                 select * from subsidy s
                 where s.provider_id = {provider} and s.applied_on < {end}
                     and (s.validity && daterange({begin}, {end})
                         or case when s.state in ('Refused', 'Withdrawn') then s.decided_on when s.state = 'Settled' then s.settled_on else {begin} end >= {begin}
                         or exists (select from subsidy_payment p where p.subsidy_id = s.id and p.paid_on >= {begin}))
                 """)
            .AsNoTracking().OrderByDescending(subsidy => subsidy.Id).Take(most).Include(subsidy => subsidy.Payments).AsSplitQuery().ToListAsync(ct);
        var funding = await db.Set<ProviderFunding>()
            .FromSql($"select * from provider_funding where provider_id = {provider} and validity && daterange({begin}, {end})")
            .AsNoTracking().OrderByDescending(f => f.Id).Take(most).Include(f => f.Costs).AsSplitQuery().ToListAsync(ct);
        return new OtherMoney(day, subsidies, funding);
    }
}
