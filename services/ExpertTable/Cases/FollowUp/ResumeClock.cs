using FluentValidation;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>The clock of a case runs again.</summary>
internal sealed class ResumeClock(CaseChanges changes)
{
    public Task<ResumeClockResponse> RunAsync(ResumeClockRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<ResumeClockRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        (file, act) => file.ResumeClock(act),
        file => new ResumeClockResponse { Case = file },
        ct);
}

internal sealed class ResumeClockValidator : AbstractValidator<ResumeClockRequest>
{
    public ResumeClockValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
    }
}
