using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.CouncilMeetings;

/// <summary>Between meetings of the councils, questions and their messages. The numbers of the enums are those of the messages.</summary>
internal static class CouncilMeetingMapping
{
    public static V1.CouncilMeeting ToProto(this CouncilMeeting meeting)
    {
        var message = meeting.ToProtoWithoutReplies();
        message.Replies.Add(meeting.Replies.OrderBy(r => r.Number).Select(r => r.ToProto(meeting)));
        message.Sendings.Add(meeting.Sendings.OrderBy(s => s.Number).Select(s => s.ToProto(meeting)));
        return message;
    }

    public static V1.CouncilMeeting ToProtoWithoutReplies(this CouncilMeeting meeting) => new()
    {
        Id = meeting.Id.ToString("D"),
        RegionId = meeting.RegionId,
        Subject = meeting.Subject,
        Programme = meeting.Programme,
        Place = meeting.Place,
        PlannedDate = meeting.PlannedOn.ToProto(),
        ReplyDueDate = meeting.ReplyDueOn.ToProto(),
        RoundId = meeting.RoundId?.ToString("D") ?? "",
        State = (V1.CouncilMeetingState)meeting.State,
        HeldDate = meeting.State == CouncilMeetingState.Held ? meeting.Day.ToProto() : null,
        CancelReason = meeting.CancelReason,
        Invitations =
        {
            meeting.Invitations.OrderBy(i => i.Rank).Select(i => new V1.Invitation
            {
                MunicipalityId = i.MunicipalityId,
                Reply = meeting.ReplyOf(i.MunicipalityId)?.ToProto(meeting),
                PresentPeople = i.Present,
                Sent = meeting.SendingTo(i.MunicipalityId)?.ToProto(meeting),
            }),
        },
        Moves =
        {
            meeting.Moves.OrderBy(m => m.Number).Select(m => new V1.CouncilMeetingMove
            {
                PlannedDateBefore = m.PlannedBefore.ToProto(),
                ReplyDueDateBefore = m.ReplyDueBefore.ToProto(),
                Reason = m.Reason,
                MovedDate = m.MovedOn.ToProto(),
                RecordedTime = m.RecordedAt.ToProto(),
            }),
        },
        Sequence = meeting.Sequence,
        Etag = Etag.Of(meeting.Version),
    };

    public static V1.Question ToProto(this CouncilQuestion question, DateOnly day) => new()
    {
        Id = question.Id.ToString("D"),
        RegionId = question.RegionId,
        MeetingId = question.MeetingId?.ToString("D") ?? "",
        Subject = question.Subject,
        Text = question.Text,
        DueDate = question.DueOn.ToProto(),
        Askers =
        {
            question.Askers.OrderBy(a => a.AskedOn).ThenBy(a => a.MunicipalityId, StringComparer.Ordinal)
                .Select(a => new V1.Asker { MunicipalityId = a.MunicipalityId, AskedDate = a.AskedOn.ToProto() }),
        },
        Answers =
        {
            question.Answers.OrderBy(a => a.Version).Select(a => new V1.Answer
            {
                Version = a.Version,
                Text = a.Text,
                AnsweredDate = a.AnsweredOn.ToProto(),
                CorrectionReason = a.CorrectionReason,
                RecordedTime = a.RecordedAt.ToProto(),
            }),
        },
        IsOverdue = question.IsOverdueOn(day),
        Etag = Etag.Of(question.Version),
    };

    private static V1.InvitationSending ToProto(this InvitationSending sending, CouncilMeeting meeting) => new()
    {
        MunicipalityId = sending.MunicipalityId,
        Recipient = sending.Recipient,
        SentDate = sending.SentOn.ToProto(),
        Sequence = sending.Sequence,
        IsOutdated = meeting.IsOutdated(sending),
        RecordedTime = sending.RecordedAt.ToProto(),
    };

    private static V1.InvitationReply ToProto(this CouncilReply reply, CouncilMeeting meeting) => new()
    {
        Number = reply.Number,
        MunicipalityId = reply.MunicipalityId,
        Coming = reply.People > 0,
        People = reply.People,
        ReceivedDate = reply.ReceivedOn.ToProto(),
        Note = reply.Note,
        IsLate = meeting.IsLate(reply),
        RecordedTime = reply.RecordedAt.ToProto(),
    };
}
