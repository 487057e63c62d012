using FluentValidation;
using Regio.ExpertTable.Capacity;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>Hands a case to another chair.</summary>
internal sealed class AssignChair(CapacityReader office, CaseChanges changes)
{
    public Task<AssignChairResponse> RunAsync(AssignChairRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<AssignChairRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        async (file, act, token) =>
        {
            file.AssignChair(request.Chair.Trim(), act);
            await office.RequireChairAsync(request.Chair.Trim(), act.Day, "chair", token);
        },
        file => new AssignChairResponse { Case = file },
        ct);
}

internal sealed class AssignChairValidator : AbstractValidator<AssignChairRequest>
{
    public AssignChairValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Chair).IsLine(CaseFieldRules.MostLineCharacters);
    }
}
