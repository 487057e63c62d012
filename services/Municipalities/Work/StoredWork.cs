using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Agreements;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Goals;
using Regio.Municipalities.Meetings;
using Regio.Municipalities.Memory;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Register;
using Regio.Municipalities.Rounds;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Work;

/// <summary>Finds items, and what they name.</summary>
internal static class StoredWork
{
    /// <summary>The item to change, its row locked so that two who change it do so one after another.</summary>
    public static async Task<WorkItem> WorkItemToChangeAsync(this MunicipalitiesDbContext db, string id, string etag, CancellationToken ct, string field = "id")
    {
        var key = Guid.ParseExact(id, "D");
        await db.Database.ExecuteSqlAsync($"select from work_item where id = {key} for update", ct);
        var item = await db.Set<WorkItem>().Include(i => i.Changes).SingleOrDefaultAsync(i => i.Id == key, ct) ?? throw Unknown(field);
        Etag.Require(etag, item.Version, field == "id" ? "etag" : "item.etag");
        return item;
    }

    /// <summary>The dossier below which an item is to hang, kept as it is until the item hangs there; null for none.</summary>
    public static async Task<WorkItem?> DossierAsync(this MunicipalitiesDbContext db, string id, CancellationToken ct)
    {
        if (id.Length == 0)
            return null;
        var key = Guid.ParseExact(id, "D");
        await db.Database.ExecuteSqlAsync($"select from work_item where id = {key} for share", ct);
        return await db.Set<WorkItem>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == key, ct) ?? throw Unknown("item.dossier_id");
    }

    /// <summary>The part of the goal tree that an item is to carry out; null for none.</summary>
    public static async Task<GoalNode?> GoalNodeAsync(this MunicipalitiesDbContext db, string id, CancellationToken ct) =>
        id.Length == 0 ? null : await db.NodeAsync(id, "item.goal_node_id", ct);

    public static DomainException Unknown(string field) => new(WorkRules.Unknown, field);

    /// <summary>Refuses a municipality, region or body that does not exist.</summary>
    public static async Task RequirePartyAsync(this MunicipalitiesDbContext db, RegisterSnapshot register, string id, string field, CancellationToken ct)
    {
        if (BodyId.Parse(id) is { } body)
            register.RequireScope(body, field);
        else if (MunicipalityId.IsWellFormed(id))
            register.Municipality(id, field);
        else if (!id.Contains(':', StringComparison.Ordinal))
            register.RequireRegion(id, field);
        else if (!await db.Set<Body>().AnyAsync(b => b.Id == id, ct))
            throw new DomainException(BodyRules.Unknown, field);
    }

    /// <summary>Refuses an obligation that no agreement has; contracts and indicators are of other services.</summary>
    public static async Task RequireObligationAsync(this MunicipalitiesDbContext db, WorkItemResult result, CancellationToken ct)
    {
        if (result is { AgreementId: { } agreement, ObligationNumber: { } number }
            && !await db.Set<Agreement>().AnyAsync(a => a.Id == agreement && a.Obligations.Any(o => o.Number == number), ct))
            throw new DomainException(AgreementRules.ObligationUnknown, "item.result.obligation_number");
    }

    /// <summary>The body that waits for the outcome of what came from a source; null: none. Refuses a source that does not exist.</summary>
    public static async Task<string?> AskedByAsync(this MunicipalitiesDbContext db, WorkItemSource source, CancellationToken ct) => source switch
    {
        { MeetingId: { } meeting, ItemNumber: { } number } => await db.Set<Meeting>().Where(m => m.Id == meeting && m.Items.Any(i => i.Number == number))
            .Select(m => m.BodyId).SingleOrDefaultAsync(ct) ?? throw UnknownSource("item.source.meeting_id"),
        { RoundId: { } round, ViewNumber: null } => await db.Set<Round>().Where(r => r.Id == round)
            .Select(r => r.RegionId).SingleOrDefaultAsync(ct) is { } region ? BodyId.Of(BodyKinds.SteeringBody, region).ToString() : throw UnknownSource("item.source.round_id"),
        { RoundId: { } round, ViewNumber: { } view, RemarkNumber: { } remark } => await db.OfViewAsync(round, view, remark, ct),
        { DocumentId: { } document } => await db.Set<DocumentReference>().AnyAsync(d => d.Id == document, ct) ? null : throw UnknownSource("item.source.document_id"),
        _ => null,
    };

    // A stakeholder who commented is no body: nobody waits then.
    private static async Task<string?> OfViewAsync(this MunicipalitiesDbContext db, Guid round, int view, int remark, CancellationToken ct)
    {
        var found = await db.Set<RoundView>()
            .Where(v => EF.Property<Guid>(v, RoundParts.RoundId) == round && v.Number == view && v.Remarks.Any(r => r.Number == remark))
            .Select(v => new { v.BodyId }).SingleOrDefaultAsync(ct);
        return found is null ? throw UnknownSource("item.source.round_id") : found.BodyId;
    }

    private static DomainException UnknownSource(string field) => new(WorkRules.SourceUnknown, field);
}
