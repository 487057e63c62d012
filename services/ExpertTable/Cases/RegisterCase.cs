using FluentValidation;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ExpertTable.Vault;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>Opens a case. Who the child is goes into the vault in the same transaction; the case has the pseudonym.</summary>
internal sealed class RegisterCase(
    ExpertTableDbContext db, SubjectVault vault, VaultKeys keys, BsnPolicy numbers, MunicipalityRegister municipalities, CaseChanges changes)
{
    public async Task<RegisterCaseResponse> RunAsync(RegisterCaseRequest request, Caller caller, CancellationToken ct)
    {
        CaseScope.Of(caller).RequireOwn(request.MunicipalityId);
        var act = changes.Now(caller);
        var children = Read(request, act);
        // Before the transaction: a neighbour that is slow must not hold a connection.
        await municipalities.RequireKnownAsync(request.MunicipalityId, ct);
        return await changes.RunOnceAsync(
            request.RequestId, Masked(request), caller, token => RecordAsync(request, children, caller, act, token), ct);
    }

    private List<Vault.Identity> Read(RegisterCaseRequest request, Act act)
    {
        var children = new List<Vault.Identity> { Read(request.Identity, "identity", act) };
        children.AddRange(request.Siblings.Select((sibling, index) => Read(sibling, $"siblings[{index}]", act)));
        return children;
    }

    private Vault.Identity Read(V1.Identity child, string field, Act act) => Vault.Identity.Of(
        numbers.Parse(child.Bsn, $"{field}.bsn"), child.Name.Trim(), child.BirthDate.ToDateOnly(), act.Day, $"{field}.birth_date");

    private async Task<RegisterCaseResponse> RecordAsync(
        RegisterCaseRequest request, List<Vault.Identity> children, Caller caller, Act act, CancellationToken ct)
    {
        var pseudonyms = new List<Guid>();
        // One after another in the order of their numbers: two cases of one family lock them in the same order.
        foreach (var child in children.OrderBy(c => c.Bsn.Digits, StringComparer.Ordinal))
            pseudonyms.Add(await vault.EnterAsync(child, PseudonymPurpose.ExpertTable, ct));
        var first = pseudonyms[children.OrderBy(c => c.Bsn.Digits, StringComparer.Ordinal).ToList().IndexOf(children[0])];
        var registered = Case.Register(Guid.CreateVersion7(act.At), first, pseudonyms, request.MunicipalityId, request.Question, act, AgeClass.Of(children[0].BirthDate, act.Day));
        if (caller.Roles.Contains(Roles.TableChair))
            registered.TakeUp(act);
        db.Add(registered);
        changes.Tell(registered);
        return new RegisterCaseResponse { Case = registered.ToOutline() };
    }

    /// <summary>
    /// A digest of the request is stored, and a plain one could be guessed: there are few numbers. So the identity takes
    /// part in it as a keyed hash.
    /// </summary>
    private RegisterCaseRequest Masked(RegisterCaseRequest request)
    {
        var masked = request.Clone();
        masked.Identity = new V1.Identity { Bsn = keys.RequestDigest(request.Identity) };
        masked.Siblings.Clear();
        masked.Siblings.AddRange(request.Siblings.Select(sibling => new V1.Identity { Bsn = keys.RequestDigest(sibling) }));
        return masked;
    }
}

internal sealed class RegisterCaseValidator : AbstractValidator<RegisterCaseRequest>
{
    private const int MostSiblings = 15;

    public RegisterCaseValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.MunicipalityId).IsMunicipalityId();
        RuleFor(r => r.Question).IsText(CaseFieldRules.MostQuestionCharacters);
        RuleFor(r => r.Identity).NotNull().WithMessage("Say who the child is.");
        RuleFor(r => r.Identity).SetValidator(new IdentityValidator()).When(r => r.Identity is not null);
        RuleFor(r => r.Siblings).Must(siblings => siblings.Count <= MostSiblings).WithMessage($"Give at most {MostSiblings} siblings.");
        RuleForEach(r => r.Siblings).SetValidator(new IdentityValidator());
    }
}

internal sealed class IdentityValidator : AbstractValidator<V1.Identity>
{
    public IdentityValidator()
    {
        RuleFor(i => i.Bsn).Must(Bsn.IsWellFormed).WithMessage("Give nine digits.");
        RuleFor(i => i.Name).IsLine(CaseFieldRules.MostLineCharacters);
        RuleFor(i => i.BirthDate).IsDay();
    }
}
