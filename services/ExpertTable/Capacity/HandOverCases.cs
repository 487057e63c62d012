using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Case = Regio.ExpertTable.Cases.Case;

namespace Regio.ExpertTable.Capacity;

/// <summary>
/// All cases of a chair, closed ones included, go to another one: when a chair leaves or falls ill, nobody else sees them.
/// Answers how many, and shows none of them.
/// </summary>
internal sealed class HandOverCases(ExpertTableDbContext db, CapacityReader office, CaseChanges changes)
{
    public Task<HandOverCasesResponse> RunAsync(HandOverCasesRequest request, Caller caller, CancellationToken ct) =>
        changes.RunOnceAsync(request.RequestId, request, caller, token => HandOverAsync(request, changes.Now(caller), token), ct);

    private async Task<HandOverCasesResponse> HandOverAsync(HandOverCasesRequest request, Act act, CancellationToken ct)
    {
        var (from, to) = (request.FromChair.Trim(), request.ToChair.Trim());
        await office.RequireChairAsync(to, act.Day, "to_chair", ct);
        var cases = await db.Set<Case>().Where(c => c.Chair == from && c.DestroyedAt == null).OrderBy(c => c.Id).ToListAsync(ct);
        foreach (var file in cases)
        {
            file.AssignChair(to, act);
            changes.Tell(file);
        }

        return new HandOverCasesResponse { CaseCount = cases.Count };
    }
}

internal sealed class HandOverCasesValidator : AbstractValidator<HandOverCasesRequest>
{
    public HandOverCasesValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.FromChair).IsLine(CaseFieldRules.MostLineCharacters);
        RuleFor(r => r.ToChair).IsLine(CaseFieldRules.MostLineCharacters);
        RuleFor(r => r.ToChair).Must((request, to) => to.Trim() != request.FromChair.Trim()).WithMessage("Name another chair.");
    }
}
