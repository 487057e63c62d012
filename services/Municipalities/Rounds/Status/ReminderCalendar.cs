using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Regio.Municipalities.Rounds.Status;

/// <summary>The due date of a duty as a calendar file (RFC 5545): a whole day, with an alarm a week before.</summary>
internal static class ReminderCalendar
{
    public static string Of(OwedInRound owed, ReminderText text)
    {
        var due = owed.Duty.DueOn;
        var calendar = new Calendar { ProductId = "-//Regio//Municipalities//NL" };
        calendar.Events.Add(new CalendarEvent
        {
            // The same duty always has the same UID, so that a calendar moves its entry when the date moves.
            Uid = $"{owed.RoundId:D}-{owed.Duty.Kind}-{owed.Duty.BodyId}-{owed.Duty.Code}@regio",
            Summary = text.Subject,
            Description = text.Body,
            Start = new CalDateTime(due.Year, due.Month, due.Day),
            DtStamp = new CalDateTime(due.Year, due.Month, due.Day, 0, 0, 0, "UTC"),
            Alarms = { new Alarm { Action = "DISPLAY", Description = text.Subject, Trigger = new Trigger(Duration.FromDays(-7)) } },
        });
        return new CalendarSerializer().SerializeToString(calendar)!;
    }
}
