namespace Regio.Municipalities.Mandates;

/// <summary>Why an act is or is not authorised; the numbers are those of the messages.</summary>
internal enum MandateReason
{
    Covered = 1,
    NoMandate = 2,
    TopicOutsideScope = 3,
    AmountAboveLimit = 4,
    ConsentMissing = 5,
    NotGranted = 6,
    NotYetInForce = 7,
    Expired = 8,
    Withdrawn = 9,
    ParentNotInForce = 10,
}

/// <summary>An act that somebody would do, or did.</summary>
internal sealed record MandateQuestion(string Mandated, string Topic, long AmountCents, DateOnly On);

/// <summary>The answer for one municipality, with the mandate that covers the act or comes nearest to it.</summary>
internal sealed record MandateAnswer(string MunicipalityId, MandateReason Reason, Guid? MandateId)
{
    public bool IsCovered => Reason == MandateReason.Covered;
}

/// <summary>Whether an act is authorised by the mandates there are.</summary>
internal static class MandateCheck
{
    // From far off to covered: of several mandates the one that comes nearest gives the reason.
    private static readonly List<MandateReason> Nearness =
    [
        MandateReason.NoMandate, MandateReason.TopicOutsideScope, MandateReason.NotGranted, MandateReason.NotYetInForce, MandateReason.Expired,
        MandateReason.Withdrawn, MandateReason.ConsentMissing, MandateReason.ParentNotInForce, MandateReason.AmountAboveLimit, MandateReason.Covered,
    ];

    public static MandateAnswer Of(IReadOnlyCollection<Mandate> mandates, MandateQuestion question, string municipalityId) => mandates
        .Where(m => m.Mandated == question.Mandated)
        .Select(m => new MandateAnswer(municipalityId, Reason(mandates, m, question, municipalityId), m.Id))
        .Append(new MandateAnswer(municipalityId, MandateReason.NoMandate, null))
        .MaxBy(answer => Nearness.IndexOf(answer.Reason))!;

    /// <summary>What a reason means, in Dutch.</summary>
    public static string Explain(MandateReason reason) => reason switch
    {
        MandateReason.Covered => "Het mandaat dekt deze handeling.",
        MandateReason.NoMandate => "Deze functie heeft geen mandaat.",
        MandateReason.TopicOutsideScope => "Geen mandaat van deze functie gaat over dit onderwerp.",
        MandateReason.AmountAboveLimit => "Het bedrag ligt boven de grens van het mandaat.",
        MandateReason.ConsentMissing => "De instemming van de gemandateerde of diens werkgever ontbrak op deze dag (artikel 10:4 Awb).",
        MandateReason.NotGranted => "Deze gemeente heeft het mandaat niet verleend.",
        MandateReason.NotYetInForce => "Het mandaat van deze gemeente gold op deze dag nog niet.",
        MandateReason.Expired => "Het mandaat van deze gemeente was op deze dag verlopen.",
        MandateReason.Withdrawn => "Deze gemeente had het mandaat ingetrokken.",
        MandateReason.ParentNotInForce => "Het mandaat waarvan dit een ondermandaat is, dekt deze handeling niet.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Every reason is explained."),
    };

    private static MandateReason Reason(IReadOnlyCollection<Mandate> mandates, Mandate mandate, MandateQuestion question, string municipalityId)
    {
        if (!mandate.Topics.Contains(question.Topic))
            return MandateReason.TopicOutsideScope;
        var (held, why) = Held(mandates, mandate, question, municipalityId);
        if (!held)
            return why;
        if (!mandate.HasConsentOn(question.On))
            return MandateReason.ConsentMissing;
        return mandate.LimitCents > 0 && question.AmountCents > mandate.LimitCents ? MandateReason.AmountAboveLimit : MandateReason.Covered;
    }

    // A sub-mandate is given by who is mandated; the municipality is bound by the mandate above it.
    private static (bool Held, MandateReason Why) Held(
        IReadOnlyCollection<Mandate> mandates, Mandate mandate, MandateQuestion question, string municipalityId)
    {
        if (mandate.ParentId is { } parentId)
        {
            var parent = mandates.Single(m => m.Id == parentId);
            return (Reason(mandates, parent, question, municipalityId) == MandateReason.Covered, MandateReason.ParentNotInForce);
        }

        var granted = mandate.Grants.Where(g => g.MunicipalityId == municipalityId).ToList();
        if (granted.Exists(g => g.HoldsOn(question.On)))
            return (true, MandateReason.Covered);
        return (false, granted.MaxBy(g => g.Validity.From) switch
        {
            null => MandateReason.NotGranted,
            var last when last.Validity.From > question.On => MandateReason.NotYetInForce,
            var last when last.WithdrawnOn <= question.On => MandateReason.Withdrawn,
            _ => MandateReason.Expired,
        });
    }
}
