using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.ExpertTable.Learning;

/// <summary>The meetings of a period, and what all of them come to.</summary>
internal sealed class ListLearningMeetings(ExpertTableDbContext db)
{
    public async Task<ListLearningMeetingsResponse> RunAsync(ListLearningMeetingsRequest request, CancellationToken ct)
    {
        var size = PageSize.From(request.PageSize);
        var (start, end) = (request.StartDate?.ToDateOnly() ?? DateOnly.MinValue, request.EndDate?.ToDateOnly() ?? DateOnly.MaxValue);
        var all = db.Set<LearningMeeting>().AsNoTracking().Where(m => m.Day >= start && m.Day < end);
        var query = PageToken.Read(request, request.PageToken, parts: 2) is { } key ? After(all, key) : all;

        var page = await query.OrderBy(m => m.Day).ThenBy(m => m.Id).Take(size + 1).ToListAsync(ct);
        var response = new ListLearningMeetingsResponse { Meetings = { page.Take(size).Select(m => m.ToProto()) } };
        if (page.Count > size)
            response.NextPageToken = PageToken.After(request, page[size - 1].Day.ToString("O", CultureInfo.InvariantCulture), page[size - 1].Id.ToString("D"));
        var counts = await all.GroupBy(m => m.Kind)
            .Select(g => new { g.Key, Planned = g.Count(), Held = g.Count(m => m.Participants > 0), Participants = g.Sum(m => m.Participants), Minutes = g.Sum(m => m.Minutes) })
            .ToDictionaryAsync(g => g.Key, ct);
        response.Counts.AddRange(Enum.GetValues<LearningKind>().Select(kind => counts.TryGetValue(kind, out var count)
            ? new LearningCount
            {
                Kind = kind.ToProto<V1.LearningKind>(),
                PlannedCount = count.Planned,
                HeldCount = count.Held,
                ParticipantCount = count.Participants,
                Minutes = count.Minutes,
            }
            : new LearningCount { Kind = kind.ToProto<V1.LearningKind>() }));
        return response;
    }

    private static IQueryable<LearningMeeting> After(IQueryable<LearningMeeting> query, IReadOnlyList<string> key)
    {
        if (!DateOnly.TryParseExact(key[0], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || !Guid.TryParseExact(key[1], "D", out var id))
            throw PageToken.Invalid();
        return query.Where(m => EF.Functions.GreaterThan(ValueTuple.Create(m.Day, m.Id), ValueTuple.Create(day, id)));
    }
}

internal sealed class ListLearningMeetingsValidator : AbstractValidator<ListLearningMeetingsRequest>
{
    public ListLearningMeetingsValidator()
    {
        RuleFor(r => r.StartDate).IsDayOrAbsent();
        RuleFor(r => r.EndDate).IsDayOrAbsent();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
