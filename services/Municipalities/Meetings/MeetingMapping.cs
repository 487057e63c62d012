using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Meetings;

/// <summary>Between meetings and their messages. The numbers of the enums are those of the messages.</summary>
internal static class MeetingMapping
{
    public static V1.Meeting ToProto(this Meeting meeting)
    {
        var message = meeting.ToProtoWithoutAgenda();
        message.Items.Add(meeting.Items.OrderBy(i => i.Number).Select(i => i.ToProto(meeting)));
        return message;
    }

    public static V1.Meeting ToProtoWithoutAgenda(this Meeting meeting) => new()
    {
        Id = meeting.Id.ToString("D"),
        BodyId = meeting.BodyId,
        PlannedDate = meeting.PlannedOn.ToProto(),
        Place = meeting.Place,
        State = (V1.MeetingState)meeting.State,
        HeldDate = meeting.State == MeetingState.Held ? meeting.Day.ToProto() : null,
        PresentSeats = { meeting.PresentSeats },
        Quorum = meeting.Quorum is { } quorum ? (V1.MeetingQuorum)quorum : V1.MeetingQuorum.Unspecified,
        RequiredSeats = meeting.RequiredSeats,
        CountedSeats = meeting.CountedSeats,
        CancelReason = meeting.CancelReason,
        Etag = Etag.Of(meeting.Version),
    };

    public static V1.AgendaItem ToProto(this AgendaItem item, Meeting meeting) => new()
    {
        Number = item.Number,
        Title = item.Title,
        Annotation = item.Annotation,
        ProposedDecision = item.ProposedDecision,
        Decisions = { meeting.Decisions.Where(d => d.ItemNumber == item.Number).OrderBy(d => d.Version).Select(d => d.ToProto()) },
    };

    public static V1.ItemDecision ToProto(this ItemDecision decision) => new()
    {
        Id = decision.Id.ToString("D"),
        MeetingId = decision.MeetingId.ToString("D"),
        BodyId = decision.BodyId,
        DecidedDate = decision.DecidedOn.ToProto(),
        ItemNumber = decision.ItemNumber,
        Title = decision.Title,
        Version = decision.Version,
        Outcome = (V1.ItemOutcome)decision.Outcome,
        LiteralText = decision.LiteralText,
        CorrectionReason = decision.CorrectionReason,
        TakesEffect = decision.TakesEffect,
        RecordedTime = decision.RecordedAt.ToProto(),
    };
}
