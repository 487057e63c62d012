using Grpc.Core;
using Regio.Common.V1;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.ExpertTable.Tests.Learning;

/// <summary>The learning calendar through the real service.</summary>
public sealed class LearningTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    private readonly LearningService.LearningServiceClient _calendar = new(host.Invoker(TestTokens.For(Roles.TableChair)));

    internal static PlanLearningMeetingRequest Plan(Date day, LearningKind kind = LearningKind.Intervision) =>
        new() { RequestId = ExpertTableHost.NewId(), Kind = kind, MeetingDate = day, Subject = "Complexe scheidingen" };

    internal static RecordLearningMeetingRequest Held(string id, int participants = 12) =>
        new() { RequestId = ExpertTableHost.NewId(), Id = id, ParticipantCount = participants, OrganisationCount = 4, Minutes = 90 };

    [Fact]
    public async Task The_calendar_counts_what_was_planned_and_what_was_held_by_kind()
    {
        var first = (await _calendar.PlanLearningMeetingAsync(Plan(Day(2025, 3, 1)))).Meeting;
        var second = (await _calendar.PlanLearningMeetingAsync(Plan(Day(2025, 4, 1)))).Meeting;
        var cafe = (await _calendar.PlanLearningMeetingAsync(Plan(Day(2025, 12, 31), LearningKind.KnowledgeCafe))).Meeting;
        await _calendar.PlanLearningMeetingAsync(Plan(Day(2026, 1, 1)));
        await _calendar.RecordLearningMeetingAsync(Held(first.Id, participants: 10));
        await _calendar.RecordLearningMeetingAsync(Held(second.Id));
        // Counted wrong at first.
        await _calendar.RecordLearningMeetingAsync(Held(second.Id, participants: 9));

        var year = await _calendar.ListLearningMeetingsAsync(new() { StartDate = Day(2025, 1, 1), EndDate = Day(2026, 1, 1) });
        var page = await _calendar.ListLearningMeetingsAsync(new() { StartDate = Day(2025, 1, 1), EndDate = Day(2026, 1, 1), PageSize = 2 });

        Assert.Equal([first.Id, second.Id, cafe.Id], year.Meetings.Select(m => m.Id));
        Assert.Equal([first.Id, second.Id], page.Meetings.Select(m => m.Id));
        Assert.Equal(year.Counts, page.Counts);
        Assert.Equal(
            [(LearningKind.Intervision, 2, 2, 19, 180), (LearningKind.KnowledgeCafe, 1, 0, 0, 0), (LearningKind.Training, 0, 0, 0, 0)],
            year.Counts.Select(c => (c.Kind, c.PlannedCount, c.HeldCount, c.ParticipantCount, c.Minutes)));
    }

    [Fact]
    public async Task A_meeting_that_is_still_to_come_was_not_held()
    {
        var coming = (await _calendar.PlanLearningMeetingAsync(Plan(ExpertTableHost.Today.ToDateOnly().AddDays(1).ToProto()))).Meeting.Id;

        var refused = await Refused.ByAsync(async () => await _calendar.RecordLearningMeetingAsync(Held(coming)));
        var wrong = await Refused.ByAsync(async () => await _calendar.RecordLearningMeetingAsync(Held(coming, participants: 3)));

        Assert.Equal((StatusCode.FailedPrecondition, "LEARNING_MEETING_NOT_YET"), (refused.StatusCode, refused.Reason()));
        Assert.Equal((StatusCode.InvalidArgument, "organisation_count"), (wrong.StatusCode, wrong.Field()));
        Assert.Equal(0, await host.CountAsync($"select count(*) from learning_meeting where id = '{coming}' and participants > 0"));
    }

    private static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };
}
