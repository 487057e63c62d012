using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Case = Regio.ExpertTable.Cases.Case;

namespace Regio.ExpertTable.Capacity;

/// <summary>Gives a case this guide; past a limit with the reason, which goes into the file.</summary>
internal sealed class AssignGuide(ExpertTableDbContext db, CapacityReader office, CaseChanges changes)
{
    public Task<AssignGuideResponse> RunAsync(AssignGuideRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<AssignGuideRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        (file, act, token) => TakeAsync(file, request, act, token),
        file => new AssignGuideResponse { Case = file },
        ct);

    private async Task TakeAsync(Case file, AssignGuideRequest request, Act act, CancellationToken ct)
    {
        file.RequireWithoutGuide();
        var guide = await office.FindAsync(request.GuideId, "guide_id", ct);
        guide.RequireInOffice(StaffKind.Guide, act.Day, "guide_id");
        await office.LockAsync(act.Day.Year, ct);
        var year = await office.YearAsync(act.Day, ct);
        var hasReason = !string.IsNullOrWhiteSpace(request.OverrideReason);
        var place = GuidePlace.Take(Guid.CreateVersion7(act.At), file.Id, year.Guides.Single(g => g.GuideId == guide.Id), year, hasReason, act);
        db.Add(place);
        file.AssignGuide(guide.Id, place.IsOverride ? request.OverrideReason : "", act);
    }
}

internal sealed class AssignGuideValidator : AbstractValidator<AssignGuideRequest>
{
    public AssignGuideValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.GuideId).IsUuid();
        RuleFor(r => r.OverrideReason).IsTextOrEmpty(CaseFieldRules.MostQuestionCharacters);
    }
}
