using FluentValidation;
using Regio.ExpertTable.Sittings;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>Puts a case on the agenda of a sitting.</summary>
internal sealed class ScheduleCase(SittingFiles sittings, CaseChanges changes)
{
    public Task<ScheduleCaseResponse> RunAsync(ScheduleCaseRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<ScheduleCaseRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        async (file, act, token) => file.Schedule(await SittingAsync(request, act, token), act),
        file => new ScheduleCaseResponse { Case = file },
        ct);

    private async Task<SittingDay> SittingAsync(ScheduleCaseRequest request, Act act, CancellationToken ct)
    {
        if (request.SittingId.Length == 0)
            return await sittings.OnAsync(request.SittingDate.ToDateOnly(), act, ct);
        // Which child is on which agenda is for who plans, whatever sittings their own children are on by now.
        var sitting = await sittings.FindAsync(CaseScope.OfWholeTable, request.SittingId, "sitting_id", ct);
        return new SittingDay(sitting.Id, sitting.Day);
    }
}

internal sealed class ScheduleCaseValidator : AbstractValidator<ScheduleCaseRequest>
{
    public ScheduleCaseValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.SittingDate).IsDay().When(r => r.SittingId.Length == 0);
        RuleFor(r => r.SittingDate).Null().When(r => r.SittingId.Length > 0).WithMessage("Give the sitting or its day, not both.");
        RuleFor(r => r.SittingId).IsUuid().When(r => r.SittingId.Length > 0);
    }
}
