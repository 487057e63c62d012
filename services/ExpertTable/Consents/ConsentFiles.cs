using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Terms;
using Regio.ExpertTable.Vault;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Consents;

/// <summary>Opens what a file says about consent, with the ages that the vault knows.</summary>
internal sealed class ConsentFiles(CaseFiles files, SubjectVault vault, TermReader terms)
{
    public async Task<CaseConsents> OpenAsync(Guid caseId, CancellationToken ct) =>
        new(await files.EntriesAsync(caseId, ct), await terms.ReadAsync(ct));

    public async Task<PurposeView> OnAsync(Case file, DateOnly day, ConsentPurpose purpose, CancellationToken ct) =>
        (await OpenAsync(file.Id, ct)).On(day, purpose, await ChildrenAsync(file, ct));

    public async Task<IReadOnlyList<ChildAge>> ChildrenAsync(Case file, CancellationToken ct)
    {
        var children = new List<ChildAge>();
        foreach (var pseudonym in file.Pseudonyms)
            children.Add(new ChildAge(pseudonym, await vault.BirthDateAsync(pseudonym, ct)));
        return children;
    }

    /// <summary>What rests on consent to tell others stops at a refusal, unless another ground carries it.</summary>
    public async Task RequireDisclosureAsync(Case file, DateOnly day, CancellationToken ct)
    {
        var view = await OnAsync(file, day, ConsentPurpose.Disclosure, ct);
        if (view is { IsRefused: true, Ground: null })
            throw new DomainException(ConsentRules.DisclosureRefused);
    }

    /// <summary>Who reads on the ground of consent has it, of everybody who has to give it.</summary>
    public async Task RequireConsentAsync(Case file, DateOnly day, CancellationToken ct)
    {
        if ((await OnAsync(file, day, ConsentPurpose.File, ct)).Ground != Reads.LegalGround.Consent)
            throw new DomainException(ConsentRules.ConsentMissing, "ground");
    }
}
