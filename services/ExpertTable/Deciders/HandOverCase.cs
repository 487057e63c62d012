using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Deciders;

/// <summary>Hands a case over to the municipality that turned out to be responsible; who sees it follows.</summary>
internal sealed class HandOverCase(MunicipalityRegister municipalities, CaseChanges changes)
{
    public async Task<HandOverCaseResponse> RunAsync(HandOverCaseRequest request, Caller caller, CancellationToken ct)
    {
        // Before the transaction: a neighbour that is slow must not hold a connection.
        await municipalities.RequireKnownAsync(request.MunicipalityId, ct);
        return await changes.RunAsync(
            new CaseCommand<HandOverCaseRequest>(request, request.RequestId, request.Id, request.Etag),
            caller,
            (file, act) => file.HandOver(
                new HandedOver
                {
                    FromMunicipalityId = file.MunicipalityId, ToMunicipalityId = request.MunicipalityId, ResponsibleFrom = request.Date.ToDateOnly(), Reason = request.Reason.Trim(),
                },
                act),
            file => new HandOverCaseResponse { Case = file },
            ct);
    }
}

internal sealed class HandOverCaseValidator : AbstractValidator<HandOverCaseRequest>
{
    public HandOverCaseValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.MunicipalityId).IsMunicipalityId();
        RuleFor(r => r.Date).IsDay();
        RuleFor(r => r.Reason).IsText(CaseFieldRules.MostQuestionCharacters);
    }
}
