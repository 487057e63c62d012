using System.Globalization;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Agreements;

/// <summary>An agreement (overeenkomst) between municipalities, with what follows from it.</summary>
internal sealed class Agreement
{
    /// <summary>Days before its end that an alert is given, unless another number is set.</summary>
    public const int UsualAlertDays = 180;

    private readonly List<Addendum> _addenda = [];
    private readonly List<Obligation> _obligations = [];
    private readonly List<AgreementAlert> _alerts = [];

    private Agreement(Guid id) => Id = id;

    public Guid Id { get; }

    public string RegionId { get; private init; } = "";

    public AgreementKind Kind { get; private init; }

    public JointArrangementForm? Form { get; private init; }

    public string Subject { get; private init; } = "";

    public string? Reference { get; private init; }

    public List<string> MunicipalityIds { get; private init; } = [];

    public List<string> OtherParties { get; private init; } = [];

    public int NoticeMonths { get; private init; }

    public int AlertDays { get; private init; }

    public required Source Source { get; init; }

    /// <summary>Null while a draft, or when it is known from a publication that does not name the day.</summary>
    public DateOnly? SignedOn { get; private set; }

    /// <summary>When it holds; null while a draft.</summary>
    public Validity? Validity { get; private set; }

    public string ContentHash { get; private set; } = "";

    /// <summary>Null unless terminated.</summary>
    public DateOnly? NoticeOn { get; private set; }

    public string TerminationReason { get; private set; } = "";

    public long Version { get; private set; } = 1;

    public IReadOnlyList<Addendum> Addenda => _addenda;

    public IReadOnlyList<Obligation> Obligations => _obligations;

    public IReadOnlyList<AgreementAlert> Alerts => _alerts;

    /// <summary>Whether it was terminated with less notice than agreed. The parties may settle for that, so it is only shown.</summary>
    public bool NoticeTooShort => NoticeOn is { } notice && Validity?.Until < notice.AddMonths(NoticeMonths);

    public static Agreement Draft(Guid id, AgreementFacts facts) => new(id)
    {
        RegionId = facts.RegionId,
        Kind = facts.Kind,
        Form = facts.Form,
        Subject = facts.Subject,
        Reference = facts.Reference,
        MunicipalityIds = [.. facts.MunicipalityIds],
        OtherParties = [.. facts.OtherParties],
        NoticeMonths = facts.NoticeMonths,
        AlertDays = facts.AlertDays == 0 ? UsualAlertDays : facts.AlertDays,
        Source = facts.Source,
    };

    /// <summary>An agreement that is known from a publication alone: when it holds, but not the text or the day of its signature.</summary>
    public static Agreement FromPublication(Guid id, AgreementFacts facts, Validity validity)
    {
        var agreement = Draft(id, facts);
        agreement.Validity = validity;
        agreement._alerts.AddRange(AgreementAlerts.Of(agreement));
        return agreement;
    }

    /// <summary>Where it stands on a day. It is in force from its signature, also before its first day.</summary>
    public AgreementState StateOn(DateOnly day) => Validity switch
    {
        null => AgreementState.Draft,
        { Until: { } end } when day >= end => NoticeOn is null ? AgreementState.Expired : AgreementState.Terminated,
        _ => AgreementState.InForce,
    };

    public void BringIntoForce(DateOnly signedOn, Validity validity, string contentHash, DateOnly today)
    {
        Require(AgreementState.Draft, today);
        (SignedOn, Validity, ContentHash) = (signedOn, validity, contentHash);
        Settle();
    }

    public void AddAddendum(Addendum addendum, DateOnly today)
    {
        Require(AgreementState.InForce, today);
        RequireDay(addendum.StartsOn, "addendum.start_date");
        if (addendum.NewEndOn is { } end)
        {
            // An end may come later than the present one, but never before the agreement began.
            if (end <= Validity!.Value.From)
                RequireDay(end.AddDays(-1), "addendum.new_end_date");
            Validity = new Validity(Validity.Value.From, end);
        }

        _addenda.Add(addendum with { Number = _addenda.Count + 1 });
        Settle();
    }

    public void Terminate(DateOnly noticeOn, DateOnly endsOn, string reason, DateOnly today)
    {
        Require(AgreementState.InForce, today);
        RequireDay(endsOn.AddDays(-1), "end_date");
        Validity = new Validity(Validity!.Value.From, endsOn);
        (NoticeOn, TerminationReason) = (noticeOn, reason);
        Settle();
    }

    public Obligation AddObligation(string text, string ownerBodyId, DateOnly dueOn)
    {
        var obligation = new Obligation { Number = _obligations.Count + 1, Text = text, OwnerBodyId = ownerBodyId, DueOn = dueOn };
        _obligations.Add(obligation);
        Settle();
        return obligation;
    }

    public Obligation FulfilObligation(int number, DateOnly on, string note)
    {
        var obligation = _obligations.Find(o => o.Number == number) ?? throw new DomainException(AgreementRules.ObligationUnknown, "number");
        if (obligation.DoneOn is not null)
            throw new DomainException(AgreementRules.ObligationDone, "number");
        obligation.Fulfil(on, note);
        Settle();
        return obligation;
    }

    private void Require(AgreementState allowed, DateOnly today)
    {
        var state = StateOn(today);
        if (state != allowed)
        {
            throw new DomainException(AgreementRules.StateForbids, "id", new Dictionary<string, string>
            {
                ["allowed"] = allowed.ToString(),
                ["state"] = state.ToString(),
            });
        }
    }

    private void RequireDay(DateOnly day, string field)
    {
        if (!Validity!.Value.Contains(day))
        {
            throw new DomainException(AgreementRules.Ended, field, new Dictionary<string, string>
            {
                ["start_date"] = Validity.Value.From.ToString("O", CultureInfo.InvariantCulture),
                ["end_date"] = Validity.Value.Until?.ToString("O", CultureInfo.InvariantCulture) ?? "-",
            });
        }
    }

    /// <summary>Ends every change: the alerts follow from what there is.</summary>
    private void Settle()
    {
        _alerts.Clear();
        _alerts.AddRange(AgreementAlerts.Of(this));
        Version++;
    }
}
