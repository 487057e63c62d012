using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Assessments;

/// <summary>Finds forms.</summary>
internal static class FormReader
{
    public static async Task<AssessmentForm> FormAsync(this MunicipalitiesDbContext db, string code, string field, CancellationToken ct) =>
        await db.Set<AssessmentForm>().AsNoTracking().Include(f => f.Criteria).SingleOrDefaultAsync(f => f.Code == code, ct)
        ?? throw new DomainException(AssessmentRules.FormUnknown, field, new Dictionary<string, string> { ["form"] = code });
}
