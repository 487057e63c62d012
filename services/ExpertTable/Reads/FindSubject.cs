using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ExpertTable.Vault;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Security;
using Case = Regio.ExpertTable.Cases.Case;

namespace Regio.ExpertTable.Reads;

/// <summary>Finds the pseudonym of somebody who asks what was read about them. Whom it finds is in the read log first.</summary>
internal sealed class FindSubject(ExpertTableDbContext db, SubjectVault vault, BsnPolicy numbers, ReadLog log)
{
    public async Task<FindSubjectResponse> RunAsync(FindSubjectRequest request, Caller caller, CancellationToken ct)
    {
        var pseudonym = await vault.FindAsync(numbers.Parse(request.Bsn, "bsn"), PseudonymPurpose.ExpertTable, ct) ?? throw Unknown("bsn");
        var scope = CaseScope.OfOversight(caller);
        var cases = await OfSubject(scope.Visible(db.Set<Case>()), pseudonym).Select(c => c.Id).ToListAsync(ct);
        if (cases.Count == 0)
            throw Unknown("bsn");
        var reader = new CaseReader(caller.Subject, scope.Role, nameof(FindSubject), Reads.ReadPurpose.Oversight);
        await log.WriteAsync(reader, cases.Select(id => (id, pseudonym)), ct);
        return new FindSubjectResponse { SubjectPseudonym = pseudonym.ToString("D") };
    }

    public static IQueryable<Case> OfSubject(IQueryable<Case> cases, Guid pseudonym) =>
        cases.Where(c => c.SubjectPseudonym == pseudonym || c.Siblings.Any(s => s.Pseudonym == pseudonym));

    public static DomainException Unknown(string field) => new(ReadRules.SubjectUnknown, field);
}

internal sealed class FindSubjectValidator : AbstractValidator<FindSubjectRequest>
{
    public FindSubjectValidator() => RuleFor(r => r.Bsn).Must(Bsn.IsWellFormed).WithMessage("Give nine digits.");
}
