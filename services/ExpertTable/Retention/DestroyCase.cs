using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.Reads;
using Regio.ExpertTable.SubjectRights;
using Regio.ExpertTable.Terms;
using Regio.ExpertTable.V1;
using Regio.ExpertTable.Vault;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;
using Case = Regio.ExpertTable.Cases.Case;

namespace Regio.ExpertTable.Retention;

/// <summary>
/// Destroys a file: its entries, its children, who they were, and the children in the read log, in one transaction. What
/// was being read meanwhile is taken out of the log by the one who links it.
/// </summary>
internal sealed class DestroyCase(
    ExpertTableDbContext db, CaseChanges changes, SubjectVault vault, TermReader terms, ReadLogSeal seal, ReadLogBlank blank, TimeProvider time)
{
    public async Task<DestroyCaseResponse> RunAsync(DestroyCaseRequest request, Caller caller, CancellationToken ct)
    {
        await seal.LinkAsync(ct);
        return await changes.RunAsync(
            new CaseCommand<DestroyCaseRequest>(request, request.RequestId, request.Id, request.Etag) { Scope = CaseScope.OfKeeper(caller) },
            caller,
            (file, act, token) => DestroyAsync(file, request.Ground.ToDomain<DestructionGround>()!.Value, act, token),
            _ => new DestroyCaseResponse { DestructionDate = time.DutchToday().ToProto() },
            ct);
    }

    private async Task DestroyAsync(Case file, DestructionGround ground, Act act, CancellationToken ct)
    {
        var written = await db.Set<CaseEntry>().Where(e => e.CaseId == file.Id).MaxAsync(e => (DateTimeOffset?)e.WrittenAt, ct);
        // Not every move writes something.
        var lastChange = written > file.StateSince ? written.Value : file.StateSince;
        var isOpen = await db.Set<Rectification>().AnyAsync(r => r.CaseId == file.Id && r.DecidedOn == null, ct);
        var children = file.Pseudonyms.ToList();
        file.Destroy(ground, lastChange, isOpen, await terms.ReadAsync(ct), act);

        // The database lets the rest of a file go only once the case says that it is destroyed.
        await db.SaveChangesAsync(ct);
        await db.Database.ExecuteSqlAsync($"delete from case_entry where case_id = {file.Id}", ct);
        await db.Database.ExecuteSqlAsync($"delete from case_sibling where case_id = {file.Id}", ct);
        await blank.CaseAsync(file.Id, ct);
        // In one order, so that two destructions of one family do not wait for each other.
        foreach (var child in children.Order())
        {
            if (await vault.LockAsync(child, ct) is { } subject && !await FindSubject.OfSubject(db.Set<Case>(), child).AnyAsync(ct))
                await vault.ForgetAsync(subject, ct);
        }
    }
}

internal sealed class DestroyCaseValidator : AbstractValidator<DestroyCaseRequest>
{
    public DestroyCaseValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Ground).Must(g => g.ToDomain<DestructionGround>() is not null).WithMessage("Say why: term or request.");
    }
}
