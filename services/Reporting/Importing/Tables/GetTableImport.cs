using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Reporting.Importing.Tables;

/// <summary>How far an import from a source is, and what came of it.</summary>
internal sealed class GetTableImport(ReportingDbContext db)
{
    public async Task<GetTableImportResponse> RunAsync(GetTableImportRequest request, CancellationToken ct)
    {
        var id = Guid.Parse(request.Id);
        var import = await db.Set<TableImport>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct)
            ?? throw new DomainException(TableRules.ImportUnknown, "id", new Dictionary<string, string> { ["id"] = request.Id });
        return new GetTableImportResponse { TableImport = import.ToProto() };
    }
}

internal sealed class GetTableImportValidator : AbstractValidator<GetTableImportRequest>
{
    public GetTableImportValidator() => RuleFor(r => r.Id).IsUuid();
}
