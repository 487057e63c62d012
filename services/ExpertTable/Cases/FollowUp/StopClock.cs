using FluentValidation;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>The clock of a case stands still for what nobody at the table can speed up.</summary>
internal sealed class StopClock(CaseChanges changes)
{
    public Task<StopClockResponse> RunAsync(StopClockRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<StopClockRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        (file, act) => file.StopClock(request.Reason.ToDomain<ClockStopReason>()!.Value, act),
        file => new StopClockResponse { Case = file },
        ct);
}

internal sealed class StopClockValidator : AbstractValidator<StopClockRequest>
{
    public StopClockValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Reason).Must(c => c.ToDomain<ClockStopReason>() is not null).WithMessage("Give the reason: family, court, third party or emergency.");
    }
}
