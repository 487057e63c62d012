using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Agreements;
using Regio.Municipalities.Bodies;

namespace Regio.Municipalities.Persistence;

/// <summary>
/// Agreements and bodies as they were known at a moment. The database keeps each version of them with its parts, as they stood
/// at the commit that made it (<c>kept_version</c>), and gives them back as rows of the tables that they came from. Around SQL
/// of our own, EF asks for the columns of a complex property by their path, whatever their names in the table: sources have both.
/// </summary>
internal sealed class KnownThen(MunicipalitiesDbContext db)
{
    /// <summary>The agreements that were known at a moment, without their parts; without a moment, those that are known now.</summary>
    public IQueryable<Agreement> Agreements(Timestamp? moment) => moment is null
        ? db.Set<Agreement>()
        : db.Set<Agreement>().FromSql($"""
            select k.*, k.source_title as "Source_Title", k.source_place as "Source_Place" from known_at('agreement', {moment.ToDateTimeOffset()}) v join agreement a on a.id = v.id::uuid
            cross join lateral jsonb_populate_record(a, v.kept) k
            """);

    /// <summary>The bodies that were known at a moment, without their parts; without a moment, those that are known now.</summary>
    public IQueryable<Body> Bodies(Timestamp? moment) => moment is null
        ? db.Set<Body>()
        : db.Set<Body>().FromSql($"""
            select k.*, k.source_title as "Source_Title", k.source_place as "Source_Place" from known_at('body', {moment.ToDateTimeOffset()}) v join body b on b.id = v.id
            cross join lateral jsonb_populate_record(b, v.kept) k
            """);

    public IQueryable<string> IdsOfBodiesOn(DateOnly day) => db.Database.SqlQuery<string>($"select id as \"Value\" from body where validity @> {day}");

    /// <summary>Reads agreements with their parts. What is read is for reading alone: the context joins parts and whole while it tracks them.</summary>
    public async Task<List<Agreement>> ReadAsync(IQueryable<Agreement> agreements, Timestamp? moment, CancellationToken ct)
    {
        if (moment is null)
            return await agreements.AsNoTracking().WithParts().ToListAsync(ct);
        var (then, found) = (moment.ToDateTimeOffset(), await agreements.ToListAsync(ct));
        var ids = found.Select(a => a.Id.ToString("D")).ToArray();
        await db.Set<Addendum>().FromSql($"""
            select p.* from known_at('agreement', {then}) v
            cross join lateral jsonb_populate_recordset(null::agreement_addendum, v.parts -> 'agreement_addendum') p where v.id = any({ids})
            """).LoadAsync(ct);
        await db.Set<Obligation>().FromSql($"""
            select p.* from known_at('agreement', {then}) v
            cross join lateral jsonb_populate_recordset(null::agreement_obligation, v.parts -> 'agreement_obligation') p where v.id = any({ids})
            """).LoadAsync(ct);
        return found;
    }

    /// <summary>Reads bodies with their seats, holders and quorums, for reading alone.</summary>
    public async Task<List<Body>> ReadAsync(IQueryable<Body> bodies, Timestamp? moment, CancellationToken ct)
    {
        if (moment is null)
            return await bodies.AsNoTracking().WithParts().ToListAsync(ct);
        var (then, found) = (moment.ToDateTimeOffset(), await bodies.ToListAsync(ct));
        var ids = found.Select(b => b.Id).ToArray();
        await db.Set<Seat>().FromSql($"""
            select p.* from known_at('body', {then}) v
            cross join lateral jsonb_populate_recordset(null::body_seat, v.parts -> 'body_seat') p where v.id = any({ids})
            """).LoadAsync(ct);
        await db.Set<SeatHolder>().FromSql($"""
            select p.* from known_at('body', {then}) v
            cross join lateral jsonb_populate_recordset(null::seat_holder, v.parts -> 'seat_holder') p where v.id = any({ids})
            """).LoadAsync(ct);
        await db.Set<QuorumSetting>().FromSql($"""
            select p.* from known_at('body', {then}) v
            cross join lateral jsonb_populate_recordset(null::body_quorum, v.parts -> 'body_quorum') p where v.id = any({ids})
            """).LoadAsync(ct);
        return found;
    }
}
