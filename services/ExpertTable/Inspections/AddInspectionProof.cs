using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Inspections;

/// <summary>A document proves what was done about a gap.</summary>
internal sealed class AddInspectionProof(GapChanges changes)
{
    public Task<AddInspectionProofResponse> RunAsync(AddInspectionProofRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new GapCommand<AddInspectionProofRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        (gap, act) => gap.AddProof(new ProofDocument(request.Proof.Title.Trim(), request.Proof.Sha256, request.Proof.DocumentDate.ToDateOnly()), act),
        gap => new AddInspectionProofResponse { Gap = gap },
        ct);
}

internal sealed class AddInspectionProofValidator : AbstractValidator<AddInspectionProofRequest>
{
    public AddInspectionProofValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Proof).NotNull().ChildRules(proof =>
        {
            proof.RuleFor(p => p.Title).IsLine(CaseFieldRules.MostLineCharacters);
            proof.RuleFor(p => p.Sha256)
                .Must(hash => hash.Length == 64 && hash.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f'))
                .WithMessage("Give the SHA-256 of the document: 64 hexadecimal digits in small letters.");
            proof.RuleFor(p => p.DocumentDate).IsDay();
        });
    }
}
