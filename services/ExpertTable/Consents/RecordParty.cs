using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Consents;

/// <summary>A person whose consent counts for a child of the case.</summary>
internal sealed class RecordParty(CaseChanges changes)
{
    public Task<RecordPartyResponse> RunAsync(RecordPartyRequest request, Caller caller, CancellationToken ct)
    {
        var party = Guid.CreateVersion7(changes.Now(caller).At);
        return changes.RunAsync(
            new CaseCommand<RecordPartyRequest>(request, request.RequestId, request.Id, request.Etag),
            caller,
            (file, act) => file.RecordParty(
                party, Guid.ParseExact(request.SubjectPseudonym, "D"), request.Kind.ToDomain<ConsentPartyKind>()!.Value, request.Label.Trim(), act),
            file => new RecordPartyResponse { Case = file, PartyId = party.ToString("D") },
            ct);
    }
}

internal sealed class RecordPartyValidator : AbstractValidator<RecordPartyRequest>
{
    public RecordPartyValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.SubjectPseudonym).IsUuid();
        RuleFor(r => r.Kind).Must(k => k.ToDomain<ConsentPartyKind>() is not null).WithMessage("Say who they are to the child: youth, authority holder or guardian.");
        RuleFor(r => r.Label).IsLine(CaseFieldRules.MostLineCharacters);
    }
}
