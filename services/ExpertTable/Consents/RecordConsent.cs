using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Consents;

/// <summary>What a person said of a purpose. It is a fact: whatever it is, it is recorded.</summary>
internal sealed class RecordConsent(ConsentFiles consents, CaseChanges changes)
{
    public Task<RecordConsentResponse> RunAsync(RecordConsentRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<RecordConsentRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        async (file, act, token) =>
        {
            var party = (await consents.OpenAsync(file.Id, token)).Party(Guid.ParseExact(request.PartyId, "D"), "party_id");
            file.RecordConsent(
                party.PartyId, request.Purpose.ToDomain<ConsentPurpose>()!.Value, request.Answer.ToDomain<ConsentAnswer>()!.Value, request.Day.ToDateOnly(), act);
        },
        file => new RecordConsentResponse { Case = file },
        ct);
}

internal sealed class RecordConsentValidator : AbstractValidator<RecordConsentRequest>
{
    public RecordConsentValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.PartyId).IsUuid();
        RuleFor(r => r.Purpose).Must(p => p.ToDomain<ConsentPurpose>() is not null).WithMessage("Say for what: help, file or disclosure.");
        RuleFor(r => r.Answer).Must(a => a.ToDomain<ConsentAnswer>() is not null).WithMessage("Say what they said: given, refused or withdrawn.");
        RuleFor(r => r.Day).IsDay();
    }
}
