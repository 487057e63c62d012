using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Reporting.Importing.Files;

/// <summary>How far an import of a file is: where to send on from, how many rows are checked, and what came of it.</summary>
internal sealed class GetFileImport(ReportingDbContext db)
{
    public async Task<GetFileImportResponse> RunAsync(GetFileImportRequest request, CancellationToken ct)
    {
        var id = Guid.Parse(request.Id);
        var import = await db.Set<FileImport>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct)
            ?? throw new DomainException(FileRules.ImportUnknown, "id", new Dictionary<string, string> { ["id"] = request.Id });
        var progress = await db.Set<FileProgress>().AsNoTracking().SingleOrDefaultAsync(p => p.ImportId == id, ct);
        return new GetFileImportResponse { FileImport = import.ToProto(progress) };
    }
}

internal sealed class GetFileImportValidator : AbstractValidator<GetFileImportRequest>
{
    public GetFileImportValidator() => RuleFor(r => r.Id).IsUuid();
}
