using System.Globalization;
using Regio.ExpertTable.Cases;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Time;

namespace Regio.ExpertTable.SubjectRights;

/// <summary>A request with what came of it.</summary>
internal sealed class RectificationView(RectificationRequested asked, RectificationExtended? extended, WrittenEntry? decision)
{
    public RectificationRequested Asked { get; } = asked;

    public RectificationExtended? Extended { get; } = extended;

    public RectificationDecided? Decided { get; } = (RectificationDecided?)decision?.Content;

    /// <summary>The day of the decision on Dutch calendars; null: there is none.</summary>
    public DateOnly? DecidedOn { get; } = decision is null ? null : DateOnly.FromDateTime(decision.At.InDutchTime().DateTime);

    public RectificationState State => Decided?.Outcome ?? RectificationState.Open;

    /// <summary>Something stands beside what was written.</summary>
    public bool IsBeside => State is RectificationState.Corrected or RectificationState.StatementAttached;

    public DateOnly DueOn => Extended?.DueOn ?? Asked.DueOn;
}

/// <summary>What the file of a case says about requests to put it right.</summary>
internal sealed class CaseRectifications(IReadOnlyList<WrittenEntry> entries)
{
    private static readonly CultureInfo s_dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>In the order of the requests.</summary>
    public IReadOnlyList<RectificationView> All { get; } =
    [
        .. entries.Select(e => e.Content).OfType<RectificationRequested>().Select(asked => new RectificationView(
            asked,
            entries.Select(e => e.Content).OfType<RectificationExtended>().SingleOrDefault(e => e.RectificationId == asked.RectificationId),
            entries.SingleOrDefault(e => e.Content is RectificationDecided decided && decided.RectificationId == asked.RectificationId))),
    ];

    public RectificationView Find(Guid id, string field) =>
        All.SingleOrDefault(r => r.Asked.RectificationId == id) ?? throw new DomainException(SubjectRightsRules.Unknown, field);

    /// <summary>A text of an entry, with what has to stand beside it wherever it goes.</summary>
    public string Beside(long entry, string text) => text.Length == 0 ? text : string.Join('\n', Beside(entry).Prepend(text));

    /// <summary>What has to stand beside an entry.</summary>
    public IEnumerable<string> Beside(long entry) => All.Where(r => r.Asked.Entry == entry && r.IsBeside).SelectMany(Lines);

    private static IEnumerable<string> Lines(RectificationView view)
    {
        var (decided, day) = (view.Decided!, Day(view.DecidedOn!.Value));
        if (decided.Correction.Length > 0)
            yield return $"Gecorrigeerd op {day}: {decided.Correction}";
        if (decided.Statement.Length > 0)
            yield return $"Verklaring van {Who(view.Asked.Applicant)}, toegevoegd op {day}: {decided.Statement}";
    }

    /// <summary>The wider tables that were given an entry which is corrected.</summary>
    public IReadOnlyList<EscalationTarget> GivenTo(long number)
    {
        var content = entries.FirstOrDefault(e => e.Number == number)?.Content;
        return
        [
            .. entries.Where(e => number == 0 || e.Number > number).Select(e => e.Content).OfType<Disclosures.Disclosed>()
                .Where(given => number == 0 || PartOf(content) is { } part && given.Parts.Contains(part))
                .Select(given => given.Recipient).Distinct().Order(),
        ];
    }

    private static Disclosures.DisclosurePart? PartOf(EntryContent? content) => content switch
    {
        AnalysisRecorded => Disclosures.DisclosurePart.Analysis,
        AdviceGiven => Disclosures.DisclosurePart.Advice,
        TakenFurther => Disclosures.DisclosurePart.Question,
        _ => null,
    };

    private static string Who(RectificationApplicant applicant) => applicant switch
    {
        RectificationApplicant.Youth => "de jeugdige",
        RectificationApplicant.AuthorityHolder => "wie het gezag heeft",
        _ => "een vertegenwoordiger",
    };

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", s_dutch);
}
