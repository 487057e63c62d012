namespace Regio.Municipalities.Agreements;

/// <summary>What of an agreement needs attention, and from when.</summary>
internal static class AgreementAlerts
{
    public static IEnumerable<AgreementAlert> Of(Agreement agreement) =>
        EndOf(agreement).Concat(agreement.Obligations.Where(o => o.DoneOn is null).Select(o => Alert(agreement, AgreementAlertKind.Obligation, o.Text, o.DueOn, o.Number)));

    // Who has given notice already need not be reminded of the last day to do so; that it ends stays of interest.
    private static IEnumerable<AgreementAlert> EndOf(Agreement agreement)
    {
        if (agreement.Validity is not { Until: { } end })
            yield break;
        var lastDay = end.AddDays(-1);
        yield return Alert(agreement, AgreementAlertKind.End, "De overeenkomst loopt af: verlengen, vervangen of laten eindigen.", lastDay);
        if (agreement is { NoticeMonths: > 0, NoticeOn: null })
            yield return Alert(agreement, AgreementAlertKind.Notice, "Laatste dag om op te zeggen of te laten weten dat niet wordt verlengd.", lastDay.AddMonths(-agreement.NoticeMonths));
    }

    private static AgreementAlert Alert(Agreement agreement, AgreementAlertKind kind, string text, DateOnly dueOn, int obligation = 0) => new()
    {
        Id = Guid.CreateVersion7(),
        Kind = kind,
        Text = text,
        ShownFrom = dueOn.AddDays(-agreement.AlertDays),
        DueOn = dueOn,
        ObligationNumber = obligation,
    };
}
