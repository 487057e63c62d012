using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.CouncilMeetings;

/// <summary>The bank of questions and answers, the first due on top.</summary>
internal sealed class ListQuestions(MunicipalitiesDbContext db, RegisterCache register, TimeProvider time)
{
    public async Task<ListQuestionsResponse> RunAsync(ListQuestionsRequest request, CancellationToken ct)
    {
        if (request.RegionId.Length > 0)
            (await register.GetAsync(ct)).RequireRegion(request.RegionId, "region_id");
        var size = PageSize.From(request.PageSize);
        var day = AsOf.OrToday(request.AsOf, time);
        var query = Standing(Filtered(request).Where(q => q.AskedOn <= day), request.Standing, day);
        if (DueToken.Read(request, request.PageToken) is var (due, id))
            query = query.Where(q => EF.Functions.GreaterThan(ValueTuple.Create(q.DueOn, q.Id), ValueTuple.Create(due, id)));
        var page = await query.OrderBy(q => q.DueOn).ThenBy(q => q.Id).Take(size + 1).WithParts().ToListAsync(ct);
        var response = new ListQuestionsResponse { Questions = { page.Take(size).Select(q => q.ToProto(day)) } };
        if (page.Count > size)
            response.NextPageToken = DueToken.After(request, page[size - 1].DueOn, page[size - 1].Id);
        return response;
    }

    private static IQueryable<CouncilQuestion> Standing(IQueryable<CouncilQuestion> questions, QuestionStanding standing, DateOnly day) => standing switch
    {
        QuestionStanding.Open => questions.Where(q => q.AnsweredOn == null || q.AnsweredOn > day),
        QuestionStanding.Overdue => questions.Where(q => (q.AnsweredOn == null || q.AnsweredOn > day) && q.DueOn < day),
        QuestionStanding.Answered => questions.Where(q => q.AnsweredOn <= day),
        _ => questions,
    };

    private IQueryable<CouncilQuestion> Filtered(ListQuestionsRequest request)
    {
        var query = db.Set<CouncilQuestion>().AsNoTracking();
        if (request.RegionId.Length > 0)
            query = query.Where(q => q.RegionId == request.RegionId);
        if (request.MeetingId.Length > 0)
        {
            var meeting = Guid.ParseExact(request.MeetingId, "D");
            query = query.Where(q => q.MeetingId == meeting);
        }

        return request.MunicipalityId.Length > 0 ? query.Where(q => q.Askers.Any(a => a.MunicipalityId == request.MunicipalityId)) : query;
    }
}

internal sealed class ListQuestionsValidator : AbstractValidator<ListQuestionsRequest>
{
    public ListQuestionsValidator()
    {
        RuleFor(r => r.RegionId).IsRegionIdOrEmpty();
        RuleFor(r => r.MeetingId).IsUuid().When(r => r.MeetingId.Length > 0);
        RuleFor(r => r.MunicipalityId).IsMunicipalityId().When(r => r.MunicipalityId.Length > 0);
        RuleFor(r => r.Standing).IsInEnum();
        RuleFor(r => r.AsOf).IsDayOrAbsent();
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
