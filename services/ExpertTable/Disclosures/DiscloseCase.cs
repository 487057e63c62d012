using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Consents;
using Regio.ExpertTable.Texts;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Case = Regio.ExpertTable.Cases.Case;

namespace Regio.ExpertTable.Disclosures;

/// <summary>
/// Gives a wider table what it needs of a case that was taken to it. What was given, on which ground and by whom stays in
/// the file, sealed as the rest; the answer names it and holds nothing of it.
/// </summary>
internal sealed class DiscloseCase(CaseFiles files, ConsentFiles consents, DisclosedPackages packages, SharedTexts texts, CaseChanges changes)
{
    public Task<DiscloseCaseResponse> RunAsync(DiscloseCaseRequest request, Caller caller, CancellationToken ct)
    {
        var id = Guid.CreateVersion7(changes.Now(caller).At);
        return changes.RunAsync(
            new CaseCommand<DiscloseCaseRequest>(request, request.RequestId, request.Id, request.Etag),
            caller,
            (file, act, token) => DiscloseAsync(file, id, request, act, token),
            file => new DiscloseCaseResponse { Case = file, DisclosureId = id.ToString("D") },
            ct);
    }

    private async Task DiscloseAsync(Case file, Guid id, DiscloseCaseRequest request, Act act, CancellationToken ct)
    {
        file.RequireEscalated();
        var recipient = request.Recipient.ToDomain<Cases.EscalationTarget>()!.Value;
        var parts = request.Parts.Select(part => part.ToDomain<DisclosurePart>()!.Value).Distinct().Order().ToList();
        DisclosureRules.RequireMinimal(recipient, [.. request.Parts.Select(part => part.ToDomain<DisclosurePart>()!.Value)]);
        var entries = await files.EntriesAsync(file.Id, ct);
        var asked = DisclosureRules.RequireAsked(recipient, entries);
        await consents.RequireDisclosureAsync(file, act.Day, ct);
        var ground = (await consents.OnAsync(file, act.Day, Consents.ConsentPurpose.Disclosure, ct)).Ground ?? throw new DomainException(DisclosureRules.GroundMissing);
        var package = await packages.ComposeAsync(file, asked, parts, entries, act.Day, ct);
        await texts.RequireAsync(file, [.. DisclosedPackages.TextsOf(package)], request.OverrideReason, act, ct);
        file.Disclose(new Disclosed { DisclosureId = id, Recipient = recipient, Ground = ground, Parts = parts, Package = package }, act);
    }
}

internal sealed class DiscloseCaseValidator : AbstractValidator<DiscloseCaseRequest>
{
    private const int MostParts = 10;

    public DiscloseCaseValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Recipient).Must(t => t.ToDomain<Cases.EscalationTarget>() is not null).WithMessage("Say to whom: JENN, PC Noord or 3Noord.");
        RuleFor(r => r.Parts).Must(parts => parts.Count is > 0 and <= MostParts).WithMessage("Say what is given, part by part.");
        RuleForEach(r => r.Parts).Must(part => part.ToDomain<DisclosurePart>() is not null).WithMessage("Give a part that exists.");
        RuleFor(r => r.OverrideReason).IsTextOrEmpty(CaseFieldRules.MostQuestionCharacters);
    }
}
