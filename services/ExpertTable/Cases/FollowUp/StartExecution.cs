using FluentValidation;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>The help that was decided on begins.</summary>
internal sealed class StartExecution(CaseChanges changes)
{
    public Task<StartExecutionResponse> RunAsync(StartExecutionRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<StartExecutionRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        (file, act) => file.StartExecution(act),
        file => new StartExecutionResponse { Case = file },
        ct);
}

internal sealed class StartExecutionValidator : AbstractValidator<StartExecutionRequest>
{
    public StartExecutionValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
    }
}
