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

namespace Regio.ExpertTable.SubjectRights;

/// <summary>
/// A request with the one entry that it is about: who decides on it reads that and no more of the file. The line in the read
/// log is committed before the answer leaves.
/// </summary>
internal sealed class GetRectification(ExpertTableDbContext db, CaseFiles files, ReadLog log)
{
    public async Task<GetRectificationResponse> RunAsync(GetRectificationRequest request, Caller caller, CancellationToken ct)
    {
        var scope = CaseScope.OfKeeper(caller);
        var id = Guid.ParseExact(request.Id, "D");
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var file = await scope.Visible(db.Set<Case>().AsNoTracking().Include(c => c.Siblings)).SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw CaseScope.Unknown();
        var entries = await files.EntriesAsync(id, ct);
        var view = new CaseRectifications(entries).Find(Guid.ParseExact(request.RectificationId, "D"), "rectification_id");
        var reader = new CaseReader(caller.Subject, scope.Role, nameof(GetRectification), Reads.ReadPurpose.SubjectRequest);
        await log.WriteAsync(reader, file.Pseudonyms.Select(p => (file.Id, p)), ct);
        await transaction.CommitAsync(ct);
        return new GetRectificationResponse
        {
            Rectification = view.ToProto(beside: true, texts: true),
            Entry = entries.FirstOrDefault(e => e.Number == view.Asked.Entry)?.ToFileEntry(),
            SubjectPseudonym = view.Asked.Child.ToString("D"),
        };
    }
}

internal sealed class GetRectificationValidator : AbstractValidator<GetRectificationRequest>
{
    public GetRectificationValidator()
    {
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.RectificationId).IsUuid();
    }
}
