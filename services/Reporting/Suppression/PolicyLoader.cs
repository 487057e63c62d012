using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Reporting.Suppression;

[CsvRecord]
internal sealed partial record PolicyRow(
    string Audience, int Threshold, int MoneyPercent, DateOnly ValidFrom, string Ground, string SourceTitle, string SourcePlace);

/// <summary>Gives each audience the policy that the service starts with; what was adopted since stays.</summary>
internal sealed class PolicyLoader(TimeProvider time) : IReferenceDataLoader<ReportingDbContext>
{
    public async Task LoadAsync(ReportingDbContext db, CancellationToken ct)
    {
        var known = await db.Set<SuppressionPolicy>().Select(policy => policy.Audience).Distinct().ToListAsync(ct);
        var now = time.GetUtcNow();
        db.AddRange(EmbeddedCsv.Read<PolicyRow>(typeof(PolicyLoader).Assembly, "suppression-policies.csv")
            .Select(row => new SuppressionPolicy
            {
                Id = Guid.CreateVersion7(now),
                Audience = Enum.Parse<Audience>(row.Audience),
                Threshold = row.Threshold,
                MoneyPercent = row.MoneyPercent,
                Validity = new Validity(row.ValidFrom, until: null),
                Ground = row.Ground,
                Source = new Source(row.SourceTitle, row.SourcePlace),
                RecordedAt = now,
                RecordedBy = "",
            })
            .Where(policy => !known.Contains(policy.Audience)));
        await db.SaveChangesAsync(ct);
    }
}
