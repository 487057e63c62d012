using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Case = Regio.ExpertTable.Cases.Case;

namespace Regio.ExpertTable.Capacity;

/// <summary>Finds a guide for a case, or lets it wait its turn.</summary>
internal sealed class RequestGuide(ExpertTableDbContext db, CapacityReader office, CaseChanges changes)
{
    public Task<RequestGuideResponse> RunAsync(RequestGuideRequest request, Caller caller, CancellationToken ct)
    {
        var position = 0;
        return changes.RunAsync(
            new CaseCommand<RequestGuideRequest>(request, request.RequestId, request.Id, request.Etag),
            caller,
            async (file, act, token) => position = await FindAsync(file, act, token),
            file => new RequestGuideResponse { Case = file, WaitingPosition = position },
            ct);
    }

    /// <summary>0: a guide was found; else the place on the waiting list.</summary>
    private async Task<int> FindAsync(Case file, Act act, CancellationToken ct)
    {
        file.RequireWithoutGuide();
        await office.LockAsync(act.Day.Year, ct);
        var before = await BeforeAsync(file, ct);
        var year = await office.YearAsync(act.Day, ct);
        if (before > 0 || year.Next() is not { } guide)
        {
            file.WaitForGuide(await db.Set<Case>().MaxAsync(c => c.WaitingSince, ct), act);
            return before + 1;
        }

        db.Add(GuidePlace.Take(Guid.CreateVersion7(act.At), file.Id, guide, year, hasReason: false, act));
        file.AssignGuide(guide.GuideId, overrideReason: "", act);
        return 0;
    }

    /// <summary>Cases that wait longer.</summary>
    private Task<int> BeforeAsync(Case file, CancellationToken ct)
    {
        var waiting = db.Set<Case>().Where(c => c.WaitingSince != null && c.Id != file.Id);
        return file.WaitingSince is { } since
            ? waiting.CountAsync(c => c.WaitingSince < since || (c.WaitingSince == since && c.Id < file.Id), ct)
            : waiting.CountAsync(ct);
    }
}

internal sealed class RequestGuideValidator : AbstractValidator<RequestGuideRequest>
{
    public RequestGuideValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
    }
}
