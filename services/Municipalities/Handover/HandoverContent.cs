using Regio.Municipalities.Agreements;
using Regio.Municipalities.Funds;
using Regio.Municipalities.Mandates;
using Regio.Municipalities.Register;
using Regio.Municipalities.Rounds;

namespace Regio.Municipalities.Handover;

/// <summary>An obligation with the agreement that it is of.</summary>
internal sealed record OwedObligation(Agreement Agreement, Obligation Obligation);

/// <summary>A duty with the round that it is in.</summary>
internal sealed record RoundDuty(Round Round, Duty Duty);

/// <summary>A motion, pledge or carried remark with the round that it is of.</summary>
internal sealed record RoundPledge(Round Round, FollowUp FollowUp);

/// <summary>A day with what it is for.</summary>
internal sealed record HandoverDay(DateOnly Day, string Text, string Name);

/// <summary>All that concerns a municipality on a day, put in the order of what a new alderman must know.</summary>
internal sealed record HandoverContent
{
    public required Municipality Municipality { get; init; }

    /// <summary>The regions that it belongs to.</summary>
    public required IReadOnlyList<string> RegionIds { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>The rounds in which it takes part, the last drafted first.</summary>
    public required IReadOnlyList<Round> Rounds { get; init; }

    /// <summary>The agreements to which it is a party.</summary>
    public required IReadOnlyList<Agreement> Agreements { get; init; }

    /// <summary>The funds of its regions.</summary>
    public required IReadOnlyList<Fund> Funds { get; init; }

    /// <summary>The acts in its name without mandate.</summary>
    public required IReadOnlyList<MandatedAct> Acts { get; init; }

    public IEnumerable<Round> Decided => Rounds.Where(r => r.State == RoundState.Adopted);

    public IEnumerable<Round> Open => Rounds.Where(r => r.State is not (RoundState.Adopted or RoundState.Withdrawn));

    public IEnumerable<RoundDuty> Owed =>
        Rounds.SelectMany(r => r.Duties.Where(d => d.MunicipalityId == Municipality.Id).Select(d => new RoundDuty(r, d))).OrderBy(d => d.Duty.DueOn);

    public IEnumerable<OwedObligation> Obligations =>
        Agreements.SelectMany(a => a.Obligations.Where(o => o.DoneOn is null).Select(o => new OwedObligation(a, o))).OrderBy(o => o.Obligation.DueOn);

    /// <summary>Those that have not ended, and those that have but still hold money.</summary>
    public IEnumerable<Fund> LivingFunds => Funds.Where(f => f.Validity.Until is not { } end || end > Day || f.BalanceOn(Day).UnspentCents > 0);

    public IEnumerable<RoundPledge> Pledges =>
        Rounds.SelectMany(r => r.FollowUps.Where(f => f.IsOpen && IsOwn(f.OwnerBodyId)).Select(f => new RoundPledge(r, f)))
            .OrderBy(p => p.FollowUp.DueOn ?? DateOnly.MaxValue);

    public IEnumerable<MandatedAct> ToRatify =>
        Acts.Where(a => a.Authorities.Any(x => x.MunicipalityId == Municipality.Id && x.NeedsRatification && x.Ratified is null)).OrderBy(a => a.RatifyBy);

    /// <summary>Every day that something is due, ends or is planned; what is overdue stays on it until it is done.</summary>
    public IEnumerable<HandoverDay> Days => DutyDays().Concat(AgreementDays()).Concat(FundDays()).Concat(ActDays()).OrderBy(d => d.Day).ThenBy(d => d.Name, StringComparer.Ordinal);

    public bool IsOwn(string bodyId) => bodyId.StartsWith(Municipality.Id + ":", StringComparison.Ordinal);

    private IEnumerable<HandoverDay> DutyDays()
    {
        foreach (var (round, duty) in Owed)
        {
            if (duty.DueOn != Duty.NoDate)
                yield return new HandoverDay(duty.DueOn, $"{What(duty.Kind)} van {BodyNames.WithArticle(duty.BodyName)} over {round.Subject}", $"rounds/{round.Id:D}");
            if (duty.PlannedOn is { } planned && planned >= Day)
                yield return new HandoverDay(planned, $"Vergadering van {BodyNames.WithArticle(duty.BodyName)} over {round.Subject}", $"rounds/{round.Id:D}");
        }
    }

    private IEnumerable<HandoverDay> AgreementDays()
    {
        foreach (var (agreement, obligation) in Obligations)
            yield return new HandoverDay(obligation.DueOn, $"Verplichting uit {agreement.Subject}: {obligation.Text}", $"agreements/{agreement.Id:D}");
        foreach (var agreement in Agreements)
        {
            if (agreement.Validity?.Until is { } end && end > Day)
                yield return new HandoverDay(end.AddDays(-1), $"Laatste dag van {agreement.Subject}", $"agreements/{agreement.Id:D}");
        }
    }

    private IEnumerable<HandoverDay> FundDays() =>
        from fund in LivingFunds
        where fund.Validity.Until is not null
        select new HandoverDay(fund.Validity.Until!.Value.AddDays(-1), $"Laatste dag om {fund.Name} te besteden", $"funds/{fund.Id:D}");

    private IEnumerable<HandoverDay> ActDays() =>
        from act in ToRatify
        where act.RatifyBy is not null
        select new HandoverDay(act.RatifyBy!.Value, $"Bekrachtiging van {act.Subject}", $"acts/{act.Id:D}");

    private static string What(DutyKind kind) => kind switch
    {
        DutyKind.View => "Zienswijze",
        DutyKind.Decision => "Besluit",
        DutyKind.Ruling => "Uitspraak",
        _ => "Afdoening",
    };
}
