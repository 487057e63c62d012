namespace Regio.Municipalities.Rounds.Status;

/// <summary>The mail that reminds a body of what it owes, in Dutch.</summary>
internal sealed record ReminderText(string Subject, string Body)
{
    public static ReminderText Of(Duty duty, string subject, DateOnly today)
    {
        var what = What(duty.Kind);
        var lines = new List<string> { $"Geachte {duty.BodyName},", "", $"Wij wachten nog op {what} over \"{subject}\". {When(duty, today)}" };
        if (duty.PlannedOn is { } meeting)
            lines.Add($"Volgens onze gegevens komt dit aan de orde op {RoundSummary.Day(meeting)}.");
        if (duty.Kind == DutyKind.View)
            lines.Add("Hebt u geen zienswijze, laat ons dat dan weten: wie niets laat horen, heeft daarmee niet ingestemd.");
        if (duty.IfRefused == RefusalEffect.OutOfReach)
            lines.Add("Voor dit besluit zijn alle organen nodig die nog aan zet zijn. Bij een afwijzing moet er een nieuwe versie komen.");
        lines.AddRange(["", "Met vriendelijke groet,", "Jeugdhulpregio"]);
        return new ReminderText($"{Urgency(duty, today)}: {what} over {subject}", string.Join('\n', lines));
    }

    private static string What(DutyKind kind) => kind switch
    {
        DutyKind.View => "uw zienswijze",
        DutyKind.Decision => "uw besluit",
        DutyKind.Ruling => "uw uitspraak over een besluit met wijzigingen of voorwaarden",
        _ => "de afdoening van een motie, toezegging of meegenomen opmerking",
    };

    private static string When(Duty duty, DateOnly today) => duty.DueOn switch
    {
        var due when due == Duty.NoDate => "Een datum is niet bekend.",
        var due when due < today => $"De termijn liep tot en met {RoundSummary.Day(due)} en is {Days(today.DayNumber - due.DayNumber)} verstreken.",
        var due => $"De termijn loopt tot en met {RoundSummary.Day(due)}.",
    };

    private static string Urgency(Duty duty, DateOnly today) => duty.DueOn < today ? "Termijn verstreken" : "Herinnering";

    private static string Days(int days) => days == 1 ? "één dag" : $"{days} dagen";
}
