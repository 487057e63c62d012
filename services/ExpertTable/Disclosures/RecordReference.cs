using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Disclosures;

/// <summary>Refers to what a court, Veilig Thuis, the Raad or the Verwijsindex recorded. A code, so that no content fits into it.</summary>
internal sealed class RecordReference(CaseChanges changes)
{
    public Task<RecordReferenceResponse> RunAsync(RecordReferenceRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<RecordReferenceRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        (file, act) => file.RecordReference(request.Kind.ToDomain<ReferenceKind>()!.Value, request.Reference, request.Date.ToDateOnly(), act),
        file => new RecordReferenceResponse { Case = file },
        ct);
}

internal sealed class RecordReferenceValidator : AbstractValidator<RecordReferenceRequest>
{
    private const int MostCharacters = 50;

    public RecordReferenceValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Kind).Must(k => k.ToDomain<ReferenceKind>() is not null).WithMessage("Say who recorded it: court, Veilig Thuis, Raad or Verwijsindex.");
        RuleFor(r => r.Reference).IsCode(MostCharacters);
        RuleFor(r => r.Date).IsDay();
    }
}
