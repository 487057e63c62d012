using Microsoft.EntityFrameworkCore;
using Regio.Messages.Municipalities.V1;
using Regio.Reporting.Persistence;

namespace Regio.Reporting.Projection;

/// <summary>Keeps how a decision round stands; the event is whole, so the newest replaces the rest.</summary>
internal sealed class OnRoundChanged(ReportingDbContext db) : EventProjection<RoundChanged, ProjectedRound>
{
    public override async Task ApplyAsync(RoundChanged changed, CancellationToken ct)
    {
        if (!await TakeVersionAsync(changed, ct))
            return;
        var id = changed.RoundId;
        await db.Set<ProjectedRoundBody>().Where(row => row.RoundId == id).ExecuteDeleteAsync(ct);
        await db.Set<ProjectedRoundRemark>().Where(row => row.RoundId == id).ExecuteDeleteAsync(ct);
        await db.Set<ProjectedRoundView>().Where(row => row.RoundId == id).ExecuteDeleteAsync(ct);
        await db.Set<ProjectedFollowUp>().Where(row => row.RoundId == id).ExecuteDeleteAsync(ct);
        db.AddRange(changed.Bodies.Select(body => Row(id, body)));
        db.AddRange(changed.Views.Select(view => Row(id, view)));
        db.AddRange(changed.Remarks.Select(remark => new ProjectedRoundRemark
        {
            RoundId = id,
            ViewNumber = remark.ViewNumber,
            Number = remark.Number,
            Weighing = remark.Weighing,
            FollowUpNumber = remark.FollowUpNumber,
        }));
        db.AddRange(changed.FollowUps.Select(followUp => Row(id, followUp)));
    }

    private async Task<bool> TakeVersionAsync(RoundChanged changed, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into decision_round (id, region_id, kind, subject, state, version_number, version_in_force, adopted_on,
                 comments_due_on, views_due_on, decisions_due_on, version, occurred_at)
             values ({changed.RoundId}, {changed.RegionId}, {changed.Kind}, {changed.Subject}, {changed.State}, {changed.VersionNumber}, {changed.VersionInForce},
                 {changed.AdoptedOn}, {changed.CommentsDueOn}, {changed.ViewsDueOn}, {changed.DecisionsDueOn}, {changed.AggregateVersion}, {changed.OccurredAt.ToUniversalTime()})
             on conflict (id) do update set
                 region_id = excluded.region_id, kind = excluded.kind, subject = excluded.subject, state = excluded.state,
                 version_number = excluded.version_number, version_in_force = excluded.version_in_force, adopted_on = excluded.adopted_on,
                 comments_due_on = excluded.comments_due_on, views_due_on = excluded.views_due_on, decisions_due_on = excluded.decisions_due_on,
                 version = excluded.version, occurred_at = excluded.occurred_at
             where decision_round.version < excluded.version
             """,
            ct) == 1;

    private static ProjectedRoundBody Row(Guid id, RoundBodyStanding body) => new()
    {
        RoundId = id,
        StepPosition = body.StepPosition,
        StepTitle = body.StepTitle,
        Required = body.Required,
        BodyId = body.BodyId,
        BodyName = body.BodyName,
        MunicipalityId = body.MunicipalityId,
        Rank = body.Rank,
        Outcome = body.Outcome,
        Verdict = body.Verdict,
        DecidedOn = body.DecidedOn,
        PlannedOn = body.PlannedOn,
    };

    private static ProjectedRoundView Row(Guid id, RoundViewStanding view) => new()
    {
        RoundId = id,
        Number = view.Number,
        VersionNumber = view.VersionNumber,
        BodyId = view.BodyId,
        BodyName = view.BodyName,
        MunicipalityId = view.MunicipalityId,
        State = view.State,
        ReceivedOn = view.ReceivedOn,
    };

    private static ProjectedFollowUp Row(Guid id, RoundFollowUpStanding followUp) => new()
    {
        RoundId = id,
        Number = followUp.Number,
        Kind = followUp.Kind,
        OwnerBodyId = followUp.OwnerBodyId,
        OwnerName = followUp.OwnerName,
        AskedByMunicipalityId = followUp.AskedByMunicipalityId,
        DueOn = followUp.DueOn,
        DoneOn = followUp.DoneOn,
        Dropped = followUp.Dropped,
    };
}
