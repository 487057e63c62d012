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
        var identity = Vault.Identity.Of(
            numbers.Parse(request.Identity.Bsn), request.Identity.Name.Trim(), request.Identity.BirthDate.ToDateOnly(), act.Day);
        // Before the transaction: a neighbour that is slow must not hold a connection.
        await municipalities.RequireKnownAsync(request.MunicipalityId, ct);
        return await changes.RunOnceAsync(
            nameof(RegisterCase), request.RequestId, Masked(request), caller, token => RecordAsync(request, identity, act, token), ct);
    }

    private async Task<RegisterCaseResponse> RecordAsync(RegisterCaseRequest request, Vault.Identity identity, Act act, CancellationToken ct)
    {
        var pseudonym = await vault.EnterAsync(identity, PseudonymPurpose.ExpertTable, ct);
        var registered = Case.Register(Guid.CreateVersion7(act.At), pseudonym, request.MunicipalityId, request.Question, act);
        db.Add(registered);
        changes.Tell(registered);
        return new RegisterCaseResponse { Case = registered.ToProto(CaseView.Outline) };
    }

    /// <summary>
    /// A digest of the request is stored, and a plain one could be guessed: there are few numbers. So the identity takes
    /// part in it as a keyed hash.
    /// </summary>
    private RegisterCaseRequest Masked(RegisterCaseRequest request)
    {
        var masked = request.Clone();
        masked.Identity = new V1.Identity { Bsn = keys.RequestDigest(request.Identity) };
        return masked;
    }
}

internal sealed class RegisterCaseValidator : AbstractValidator<RegisterCaseRequest>
{
    public RegisterCaseValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.MunicipalityId).IsMunicipalityId();
        RuleFor(r => r.Question).IsText(CaseFieldRules.MostQuestionCharacters);
        RuleFor(r => r.Identity).NotNull().WithMessage("Say who the child is.");
        When(r => r.Identity is not null, () =>
        {
            RuleFor(r => r.Identity.Bsn).Must(Bsn.IsWellFormed).WithMessage("Give nine digits.");
            RuleFor(r => r.Identity.Name).IsLine(CaseFieldRules.MostLineCharacters);
            RuleFor(r => r.Identity.BirthDate).IsDay();
        });
    }
}
