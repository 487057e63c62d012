using Regio.Messages.Municipalities.V1;

namespace Regio.Municipalities.Meetings;

/// <summary>What the other services are told of meetings.</summary>
internal static class MeetingEvents
{
    public static MeetingChanged Changed(Meeting meeting, DateTimeOffset now) => new()
    {
        MeetingId = meeting.Id,
        AggregateVersion = meeting.Version,
        OccurredAt = now,
        RegionId = meeting.BodyId.Split(':')[0],
        BodyId = meeting.BodyId,
        State = meeting.State.ToString().ToLowerInvariant(),
        Day = meeting.Day,
        Quorum = meeting.Quorum switch
        {
            MeetingQuorum.Met => "met",
            MeetingQuorum.NotMet => "not-met",
            MeetingQuorum.NoRule => "no-rule",
            _ => "",
        },
        Items = meeting.Items.Count,
        DecidedItems = meeting.Decisions.Select(d => d.ItemNumber).Distinct().Count(),
    };
}
