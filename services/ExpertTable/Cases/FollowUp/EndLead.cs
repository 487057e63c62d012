using FluentValidation;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>The lead hands the case over or leaves.</summary>
internal sealed class EndLead(CaseChanges changes)
{
    public Task<EndLeadResponse> RunAsync(EndLeadRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<EndLeadRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        (file, act) => file.EndLead(act),
        file => new EndLeadResponse { Case = file },
        ct);
}

internal sealed class EndLeadValidator : AbstractValidator<EndLeadRequest>
{
    public EndLeadValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
    }
}
