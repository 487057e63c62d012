using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Persistence;

namespace Regio.ExpertTable.Terms;

/// <summary>Reads the terms with their history; they are some dozens of rows.</summary>
internal sealed class TermReader(ExpertTableDbContext db)
{
    public async Task<TermBook> ReadAsync(CancellationToken ct) => new(await db.Set<TermSetting>().AsNoTracking().ToListAsync(ct));
}
