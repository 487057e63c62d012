using FluentValidation;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>Names who leads a case.</summary>
internal sealed class AssignLead(CaseChanges changes)
{
    public Task<AssignLeadResponse> RunAsync(AssignLeadRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<AssignLeadRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        (file, act) => file.AssignLead(request.Lead.Trim(), act),
        file => new AssignLeadResponse { Case = file },
        ct);
}

internal sealed class AssignLeadValidator : AbstractValidator<AssignLeadRequest>
{
    public AssignLeadValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Lead).IsLine(CaseFieldRules.MostLineCharacters);
    }
}
