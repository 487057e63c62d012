using Regio.ExpertTable.Cases;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.ExpertTable.Learning;

/// <summary>From meetings to their messages.</summary>
internal static class LearningMapping
{
    public static V1.LearningMeeting ToProto(this LearningMeeting meeting) => new()
    {
        Id = meeting.Id.ToString("D"),
        Kind = meeting.Kind.ToProto<V1.LearningKind>(),
        MeetingDate = meeting.Day.ToProto(),
        Subject = meeting.Subject,
        Held = meeting.IsHeld,
        ParticipantCount = meeting.Participants,
        OrganisationCount = meeting.Organisations,
        Minutes = meeting.Minutes,
        Etag = Etag.Of(meeting.Version),
    };
}
