using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.Reporting.Suppression;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Reporting.Reports;

/// <summary>An edition with its reports, what each was made of, and what was corrected since.</summary>
internal sealed class GetEdition(ReportingDbContext db, CorrectionReader corrected)
{
    public async Task<GetEditionResponse> RunAsync(GetEditionRequest request, Viewer viewer, CancellationToken ct)
    {
        var id = Guid.Parse(request.Id);
        var edition = await db.Set<ReportEdition>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct)
            ?? throw new DomainException(ReportRules.EditionUnknown, "id", new Dictionary<string, string> { ["id"] = request.Id });
        var reports = await db.Set<CouncilReport>().AsNoTracking().Where(report => report.EditionId == id).OrderBy(report => report.Id).ToListAsync(ct);
        var ids = reports.Select(report => report.Id).ToList();
        var used = (await db.Set<UsedFigure>().AsNoTracking().Where(figure => ids.Contains(figure.ReportId)).ToListAsync(ct)).ToLookup(figure => figure.ReportId);
        var texts = await db.Set<ReportFile>().Where(file => ids.Contains(file.ReportId) && file.Kind == FileKind.Docx).ToDictionaryAsync(file => file.ReportId, file => file.Hash, ct);
        var setAside = await db.Set<SetAsideReport>().AsNoTracking().Where(report => report.EditionId == id).OrderBy(report => report.SetAsideAt).ToListAsync(ct);
        var corrections = await corrected.ReadAsync(ids, viewer, ct);
        return new GetEditionResponse
        {
            Edition = edition.ToProto(),
            Reports = { reports.Select(report => report.ToProto(texts.GetValueOrDefault(report.Id, ""), used[report.Id], corrections[report.Id])) },
            SetAside = { setAside.Select(report => report.ToProto()) },
        };
    }
}

internal sealed class GetEditionValidator : AbstractValidator<GetEditionRequest>
{
    public GetEditionValidator() => RuleFor(r => r.Id).IsUuid();
}
