using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.Reporting.Projection;
using Regio.Reporting.V1;

namespace Regio.Reporting.Importing.Layouts;

/// <summary>Finds how a file is laid out, and what its lines are held against.</summary>
internal sealed class LayoutReader(ReportingDbContext db)
{
    public async Task<FileLayout> OfAsync(ImportHeader header, CancellationToken ct) => header.Format switch
    {
        ImportFormat.CbsCsv => new CbsLayout(header.Columns),
        ImportFormat.WaitingTimesCsv => new WaitingTimeLayout(await ContractedAsync(ct)),
        ImportFormat.BudgetsCsv => new BudgetLayout(),
        _ => new ObservationLayout(),
    };

    private async Task<ContractedNames> ContractedAsync(CancellationToken ct) => new(
        await db.Set<ProjectedContract>().Where(c => c.SignedVersion != null).Select(c => c.ProviderName).Distinct().OrderBy(name => name).ToListAsync(ct),
        await db.Set<ProjectedContractLine>().Select(line => line.ProductId).Distinct().ToListAsync(ct));
}
