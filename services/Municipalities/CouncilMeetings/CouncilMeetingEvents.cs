using Regio.Messages.Municipalities.V1;

namespace Regio.Municipalities.CouncilMeetings;

/// <summary>What the other services are told of meetings of the councils and of their questions.</summary>
internal static class CouncilMeetingEvents
{
    public static CouncilMeetingChanged Changed(CouncilMeeting meeting, DateTimeOffset now)
    {
        var replies = meeting.Invitations.Select(i => meeting.ReplyOf(i.MunicipalityId)).ToList();
        return new CouncilMeetingChanged
        {
            CouncilMeetingId = meeting.Id,
            AggregateVersion = meeting.Version,
            OccurredAt = now,
            RegionId = meeting.RegionId,
            State = meeting.State.ToString().ToLowerInvariant(),
            Day = meeting.Day,
            RoundId = meeting.RoundId,
            Invited = replies.Count,
            Coming = replies.Count(r => r is { People: > 0 }),
            StayingAway = replies.Count(r => r is { People: 0 }),
            Present = meeting.Invitations.Count(i => i.Present > 0),
        };
    }

    public static CouncilQuestionChanged Changed(CouncilQuestion question, DateTimeOffset now) => new()
    {
        CouncilQuestionId = question.Id,
        AggregateVersion = question.Version,
        OccurredAt = now,
        RegionId = question.RegionId,
        CouncilMeetingId = question.MeetingId,
        AskedOn = question.AskedOn,
        DueOn = question.DueOn,
        Askers = question.Askers.Count,
        AnsweredOn = question.AnsweredOn,
        AnswerVersion = question.Answers.Count,
    };
}
