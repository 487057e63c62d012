using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Meetings;

/// <summary>Finds meetings, to read them or to change them.</summary>
internal static class StoredMeetings
{
    /// <summary>The meeting to change, its row locked so that two who change it do so one after another.</summary>
    public static async Task<Meeting> MeetingToChangeAsync(this MunicipalitiesDbContext db, string id, string etag, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        await db.Database.ExecuteSqlAsync($"select from meeting where id = {key} for update", ct);
        var meeting = await db.Set<Meeting>().Where(m => m.Id == key).WithParts().SingleOrDefaultAsync(ct) ?? throw Unknown(id, "meeting_id");
        Etag.Require(etag, meeting.Version);
        return meeting;
    }

    public static async Task<Meeting> MeetingToReadAsync(this MunicipalitiesDbContext db, string id, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        return await db.Set<Meeting>().AsNoTracking().Where(m => m.Id == key).WithParts().SingleOrDefaultAsync(ct) ?? throw Unknown(id, "id");
    }

    private static IQueryable<Meeting> WithParts(this IQueryable<Meeting> meetings) => meetings.Include(m => m.Items).Include(m => m.Decisions).AsSplitQuery();

    private static DomainException Unknown(string id, string field) => new(MeetingRules.Unknown, field, new Dictionary<string, string> { [field] = id });
}
