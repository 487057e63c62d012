using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;

namespace Regio.Procurement.Providers.Admissions;

/// <summary>Reads admissions from their steps.</summary>
internal sealed class AdmissionReader(ProcurementDbContext db)
{
    public async Task<Admission> ReadAsync(Guid providerId, CancellationToken ct) =>
        new(providerId, await db.Set<AdmissionStep>().AsNoTracking().Where(step => step.ProviderId == providerId).ToListAsync(ct));
}
