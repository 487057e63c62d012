using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.CouncilMeetings;

/// <summary>Finds meetings of the councils and questions, to read them or to change them.</summary>
internal static class StoredCouncilMeetings
{
    /// <summary>The meeting to change, its row locked so that two who change it do so one after another.</summary>
    public static async Task<CouncilMeeting> CouncilMeetingToChangeAsync(this MunicipalitiesDbContext db, string id, string etag, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        await db.Database.ExecuteSqlAsync($"select from council_meeting where id = {key} for update", ct);
        var meeting = await db.Set<CouncilMeeting>().Where(m => m.Id == key).WithParts().SingleOrDefaultAsync(ct) ?? throw MeetingUnknown("meeting_id");
        Etag.Require(etag, meeting.Version);
        return meeting;
    }

    public static async Task<CouncilMeeting> CouncilMeetingToReadAsync(this MunicipalitiesDbContext db, string id, string field, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        return await db.Set<CouncilMeeting>().AsNoTracking().Where(m => m.Id == key).WithParts().SingleOrDefaultAsync(ct) ?? throw MeetingUnknown(field);
    }

    /// <summary>The question to change, its row locked so that two who change it do so one after another.</summary>
    public static async Task<CouncilQuestion> QuestionToChangeAsync(this MunicipalitiesDbContext db, string id, string etag, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        await db.Database.ExecuteSqlAsync($"select from council_question where id = {key} for update", ct);
        var question = await db.Set<CouncilQuestion>().Where(q => q.Id == key).WithParts().SingleOrDefaultAsync(ct) ?? throw QuestionUnknown("question_id");
        Etag.Require(etag, question.Version);
        return question;
    }

    public static async Task<CouncilQuestion> QuestionToReadAsync(this MunicipalitiesDbContext db, string id, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        return await db.Set<CouncilQuestion>().AsNoTracking().Where(q => q.Id == key).WithParts().SingleOrDefaultAsync(ct) ?? throw QuestionUnknown("id");
    }

    public static IQueryable<CouncilMeeting> WithParts(this IQueryable<CouncilMeeting> meetings) =>
        meetings.Include(m => m.Invitations).Include(m => m.Replies).Include(m => m.Moves).Include(m => m.Sendings).AsSplitQuery();

    public static IQueryable<CouncilQuestion> WithParts(this IQueryable<CouncilQuestion> questions) =>
        questions.Include(q => q.Askers).Include(q => q.Answers).AsSplitQuery();

    public static DomainException MeetingUnknown(string field) => new(CouncilMeetingRules.Unknown, field);

    private static DomainException QuestionUnknown(string field) => new(CouncilMeetingRules.QuestionUnknown, field);
}
