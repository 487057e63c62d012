using System.Data;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.Reads;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Case = Regio.ExpertTable.Cases.Case;

namespace Regio.ExpertTable.Sittings;

/// <summary>What the caller prepares a sitting with. The lines in the read log are committed before the answer leaves.</summary>
internal sealed class GetPackage(ExpertTableDbContext db, SittingFiles sittings, CaseFiles files, ReadLog log, TimeProvider time)
{
    // Each is opened with all its texts.
    private const int MostFiles = 20;

    public async Task<GetPackageResponse> RunAsync(GetPackageRequest request, Caller caller, CancellationToken ct)
    {
        var scope = CaseScope.Of(caller);
        var size = Math.Min(PageSize.From(request.PageSize), MostFiles);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var sitting = await sittings.FindAsync(scope, request.Id, "id", ct);
        var query = scope.Visible(db.Set<Case>().AsNoTracking()).Where(c => c.SittingId == sitting.Id);
        if (PageToken.Read(request, request.PageToken, parts: 2) is { } key)
        {
            var last = key[0] == scope.Key && Guid.TryParseExact(key[1], "D", out var id) ? id : throw PageToken.Invalid();
            query = query.Where(c => c.Id > last);
        }

        var ids = await query.OrderBy(c => c.Id).Take(size + 1).Select(c => c.Id).ToListAsync(ct);
        var response = new GetPackageResponse { Sitting = sitting.ToProto() };
        foreach (var id in ids.Take(size))
            response.Cases.Add(await OpenAsync(scope, id, caller, ct));
        await transaction.CommitAsync(ct);
        if (ids.Count > size)
            response.NextPageToken = PageToken.After(request, scope.Key, ids[size - 1].ToString("D"));
        return response;
    }

    private async Task<V1.Case> OpenAsync(CaseScope scope, Guid id, Caller caller, CancellationToken ct)
    {
        var opened = await files.FindAsync(scope, id, ct) ?? throw CaseScope.Unknown();
        var reader = new CaseReader(caller.Subject, scope.Role, nameof(GetPackage), Reads.ReadPurpose.Sitting);
        await log.WriteAsync(reader, opened.Case.Pseudonyms.Select(p => (opened.Case.Id, p)), ct);
        return opened.File.ToProto(opened.View, time.GetUtcNow());
    }
}

internal sealed class GetPackageValidator : AbstractValidator<GetPackageRequest>
{
    public GetPackageValidator()
    {
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
