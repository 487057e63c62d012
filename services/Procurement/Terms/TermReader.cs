using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;

namespace Regio.Procurement.Terms;

/// <summary>Reads the terms with their history; they are some dozens of rows.</summary>
internal sealed class TermReader(ProcurementDbContext db)
{
    public async Task<TermBook> ReadAsync(CancellationToken ct) => new(await db.Set<TermSetting>().AsNoTracking().ToListAsync(ct));
}
