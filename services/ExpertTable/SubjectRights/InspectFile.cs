using System.Data;
using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Consents;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.Reads;
using Regio.ExpertTable.Terms;
using Regio.ExpertTable.V1;
using Regio.ExpertTable.Vault;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;
using Case = Regio.ExpertTable.Cases.Case;
using Term = Regio.ExpertTable.Terms.Term;

namespace Regio.ExpertTable.SubjectRights;

/// <summary>
/// All that a file says, for whom it is about. The line in the read log is committed before the answer leaves; each page has
/// one, since each is a read.
/// </summary>
internal sealed class InspectFile(ExpertTableDbContext db, CaseFiles files, SubjectVault vault, TermReader terms, ReadLog log, TimeProvider time)
{
    public async Task<InspectFileResponse> RunAsync(InspectFileRequest request, Caller caller, CancellationToken ct)
    {
        var scope = CaseScope.OfKeeper(caller);
        var size = PageSize.From(request.PageSize);
        var after = PageToken.Read(request, request.PageToken, parts: 2) is not { } key ? 0
            : key[0] == scope.Key && long.TryParse(key[1], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : throw PageToken.Invalid();
        var id = Guid.ParseExact(request.Id, "D");
        var child = Guid.ParseExact(request.SubjectPseudonym, "D");
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var file = await scope.Visible(db.Set<Case>().AsNoTracking().Include(c => c.Siblings)).SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw CaseScope.Unknown();
        file.RequireChild(child);
        await RequireEntitledAsync(request.Applicant.ToDomain<RectificationApplicant>()!.Value, child, ct);
        var entries = await files.EntriesAsync(id, ct);
        var reader = new CaseReader(caller.Subject, scope.Role, nameof(InspectFile), Reads.ReadPurpose.SubjectRequest);
        await log.WriteAsync(reader, file.Pseudonyms.Select(p => (file.Id, p)), ct);
        await transaction.CommitAsync(ct);

        var page = entries.Where(e => e.Number > after).Take(size + 1).ToList();
        var response = new InspectFileResponse { Entries = { page.Take(size).Select(e => e.ToFileEntry()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, scope.Key, page[size - 1].Number.ToString(CultureInfo.InvariantCulture));
        return response;
    }

    private async Task RequireEntitledAsync(RectificationApplicant applicant, Guid child, CancellationToken ct)
    {
        var today = time.DutchToday();
        var from = (await terms.ReadAsync(ct)).On(Term.FileYouthAge, today);
        var isYouths = ConsentTerm.AgeOn(await vault.BirthDateAsync(child, ct), today) >= from;
        if (applicant != RectificationApplicant.Representative && isYouths != (applicant == RectificationApplicant.Youth))
            throw new DomainException(SubjectRightsRules.NotEntitled, "applicant", new Dictionary<string, string> { ["age"] = from.ToString(CultureInfo.InvariantCulture) });
    }
}

internal sealed class InspectFileValidator : AbstractValidator<InspectFileRequest>
{
    public InspectFileValidator()
    {
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.SubjectPseudonym).IsUuid();
        RuleFor(r => r.Applicant).IsApplicant();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
