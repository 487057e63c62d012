using Regio.Municipalities.Rounds.Status;

namespace Regio.Municipalities.CouncilMeetings;

/// <summary>The mail to a clerk about a meeting of the councils, in Dutch: invitation, reminder or cancellation.</summary>
internal sealed record InvitationText(string Subject, string Body)
{
    public static InvitationText Of(CouncilMeeting meeting, string municipality, CouncilReply? reply, DateOnly today)
    {
        var lines = new List<string> { $"Geachte griffier van {municipality},", "" };
        var when = RoundSummary.Day(meeting.Day);
        if (meeting.State == CouncilMeetingState.Cancelled)
        {
            lines.Add($"De regionale bijeenkomst voor alle raden over \"{meeting.Subject}\" op {when} gaat niet door. Reden: {meeting.CancelReason}");
            return Signed($"Vervallen: {meeting.Subject}", lines);
        }

        if (meeting.Moves is [.., var move])
        {
            lines.Add($"De regionale bijeenkomst voor alle raden over \"{meeting.Subject}\" van {RoundSummary.Day(move.PlannedBefore)} is verplaatst naar {when}. "
                + $"Reden: {move.Reason} Deze uitnodiging vervangt de vorige; een antwoord daarop geldt niet voor de nieuwe dag.");
            lines.Add("");
        }

        lines.Add($"Graag nodigen wij de leden van uw raad uit voor een regionale bijeenkomst voor alle raden over \"{meeting.Subject}\", op {when}{Where(meeting)}.");
        if (meeting.Programme.Length > 0)
            lines.AddRange(["", meeting.Programme]);
        lines.AddRange(["", Answer(meeting, reply, today), "Vragen die vooraf leven, kunt u ons sturen: het antwoord krijgen alle raden."]);
        return Signed(Heading(meeting, reply, today), lines);
    }

    private static string Heading(CouncilMeeting meeting, CouncilReply? reply, DateOnly today) =>
        (IsReminder(meeting, reply, today) ? "Herinnering: " : meeting.Moves.Count > 0 ? "Verplaatst: " : "Uitnodiging: ") + meeting.Subject;

    private static bool IsReminder(CouncilMeeting meeting, CouncilReply? reply, DateOnly today) => reply is null && meeting.ReplyDueOn < today;

    private static string Where(CouncilMeeting meeting) => meeting.Place.Length > 0 ? $", {meeting.Place}" : "";

    private static string Answer(CouncilMeeting meeting, CouncilReply? reply, DateOnly today)
    {
        var due = RoundSummary.Day(meeting.ReplyDueOn);
        return reply switch
        {
            { People: 1 } => $"Volgens uw bericht van {RoundSummary.Day(reply.ReceivedOn)} komt er één persoon.",
            { People: > 0 } => $"Volgens uw bericht van {RoundSummary.Day(reply.ReceivedOn)} komen er {reply.People} personen.",
            { } => $"Volgens uw bericht van {RoundSummary.Day(reply.ReceivedOn)} komt er niemand.",
            null when meeting.ReplyDueOn < today => $"Wij vroegen u uiterlijk {due} te laten weten hoeveel leden komen, en hebben nog niets gehoord. Laat u het ons alsnog weten?",
            null => $"Laat u ons uiterlijk {due} weten hoeveel leden komen?",
        };
    }

    private static InvitationText Signed(string subject, List<string> lines) =>
        new(subject, string.Join('\n', [.. lines, "", "Met vriendelijke groet,", "Jeugdhulpregio"]));
}
