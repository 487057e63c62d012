using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Regio.Municipalities.CouncilMeetings;

/// <summary>A meeting of the councils as a calendar file (RFC 5545): a whole day, struck out when it is cancelled.</summary>
internal static class InvitationCalendar
{
    public static string Of(CouncilMeeting meeting)
    {
        var day = meeting.Day;
        var cancelled = meeting.State == CouncilMeetingState.Cancelled;
        var calendar = new Calendar { ProductId = "-//Regio//Municipalities//NL", Method = cancelled ? "CANCEL" : "PUBLISH" };
        calendar.Events.Add(new CalendarEvent
        {
            // The same meeting always has the same UID, so that a calendar moves or strikes out the entry it has.
            Uid = $"{meeting.Id:D}@regio",
            Sequence = meeting.Sequence,
            Status = cancelled ? "CANCELLED" : "CONFIRMED",
            Summary = meeting.Subject,
            Description = meeting.Programme,
            Location = meeting.Place,
            Start = new CalDateTime(day.Year, day.Month, day.Day),
            DtStamp = new CalDateTime(day.Year, day.Month, day.Day, 0, 0, 0, "UTC"),
        });
        return new CalendarSerializer().SerializeToString(calendar)!;
    }
}
