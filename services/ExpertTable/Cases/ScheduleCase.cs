using FluentValidation;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>Puts a case on the agenda of a sitting.</summary>
internal sealed class ScheduleCase(CaseChanges changes)
{
    public Task<ScheduleCaseResponse> RunAsync(ScheduleCaseRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<ScheduleCaseRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        (file, act) => file.Schedule(request.SittingDate.ToDateOnly(), act),
        file => new ScheduleCaseResponse { Case = file },
        ct);
}

internal sealed class ScheduleCaseValidator : AbstractValidator<ScheduleCaseRequest>
{
    public ScheduleCaseValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.SittingDate).IsDay();
    }
}
