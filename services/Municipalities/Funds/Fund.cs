using System.Globalization;
using Regio.Municipalities.HourClaims;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Funds;

/// <summary>An act on a fund.</summary>
/// <param name="AmountCents">How much.</param>
/// <param name="On">When.</param>
/// <param name="Subject">What for.</param>
/// <param name="Reason">Why it goes beyond what there is; empty when it need not.</param>
/// <param name="By">Who recorded it.</param>
/// <param name="Now">When it was recorded.</param>
internal sealed record FundAct(long AmountCents, DateOnly On, string Subject, string Reason, string By, DateTimeOffset Now);

/// <summary>A fund or budget line (fonds, begrotingspost): what was granted, committed, spent and repaid.</summary>
internal sealed class Fund
{
    /// <summary>Days before the end on which is warned, unless another number is set.</summary>
    public const int UsualWarnDays = 180;

    private readonly List<FundEntry> _entries = [];
    private readonly List<FundApplication> _applications = [];

    private Fund(Guid id) => Id = id;

    public Guid Id { get; }

    public string RegionId { get; private init; } = "";

    public FundKind Kind { get; private init; }

    public string Name { get; private init; } = "";

    public string Grantor { get; private init; } = "";

    public string? MunicipalityId { get; private init; }

    public Validity Validity { get; private set; }

    public int WarnDays { get; private init; }

    public required Source Source { get; init; }

    public long Version { get; private set; } = 1;

    public IReadOnlyList<FundEntry> Entries => _entries;

    public IReadOnlyList<FundApplication> Applications => _applications;

    public FundBalance Balance => FundBalance.Of(_entries);

    public static Fund Register(Guid id, FundFacts facts) => new(id)
    {
        RegionId = facts.RegionId,
        Kind = facts.Kind,
        Name = facts.Name,
        Grantor = facts.Grantor,
        MunicipalityId = facts.MunicipalityId,
        Validity = facts.Validity,
        WarnDays = facts.WarnDays == 0 ? UsualWarnDays : facts.WarnDays,
        Source = facts.Source,
    };

    public FundBalance BalanceOn(DateOnly day) => FundBalance.Of(_entries.Where(e => e.HappenedOn <= day));

    /// <summary>What needs attention on a day.</summary>
    public IEnumerable<FundWarning> WarningsOn(DateOnly day)
    {
        var balance = BalanceOn(day);
        if (balance.UnspentCents > 0 && Validity.Until is { } end && day >= end.AddDays(-WarnDays))
            yield return day >= end ? FundWarning.EndedUnspent : FundWarning.EndsSoon;
        if (balance.FreeCents < 0)
            yield return FundWarning.Overcommitted;
        if (balance.UnspentCents < 0)
            yield return FundWarning.Overspent;
    }

    public void Apply(long amountCents, DateOnly on)
    {
        _applications.Add(new FundApplication { Number = _applications.Count + 1, AmountCents = amountCents, AppliedOn = on });
        Version++;
    }

    /// <summary>Records what the grantor decided. Where less is left than was committed, the entry says so.</summary>
    public void RecordGrant(FundAct act, int applicationNumber, DateOnly? newEnd)
    {
        if (applicationNumber > 0)
            Decide(applicationNumber, act);
        if (newEnd is { } end && end > Validity.From)
            Validity = new Validity(Validity.From, end);
        else if (newEnd is not null)
            throw Past("new_end_date");
        Add(FundEntryKind.Granted, act, isBeyond: Balance.FreeCents + act.AmountCents < 0 && act.AmountCents < 0);
    }

    public FundEntry Commit(FundAct act)
    {
        RequirePeriod(act.On, "committed_date");
        var free = Balance.FreeCents;
        Require(act, free, FundRules.Overcommitted, "free_cents");
        return Add(FundEntryKind.Committed, act, act.AmountCents > free);
    }

    public FundEntry Spend(int commitmentNumber, FundAct act)
    {
        RequirePeriod(act.On, "spent_date");
        var left = Left(Commitment(commitmentNumber));
        Require(act, left, FundRules.Overspent, "left_cents");
        return Add(FundEntryKind.Spent, act, act.AmountCents > left, commitmentNumber);
    }

    /// <summary>Spends what claims of hours amount to, as one entry; each claim counts for one fund, once.</summary>
    public FundEntry SpendOnHours(int commitmentNumber, IReadOnlyList<HourClaim> claims, FundAct act)
    {
        for (var i = 0; i < claims.Count; i++)
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"hour_claim_ids[{i}]");
            claims[i].RequireOpen(field);
            RequirePeriod(claims[i].WorkedOn, field);
        }

        var entry = Spend(commitmentNumber, act with { AmountCents = claims.Sum(c => c.AmountCents) });
        foreach (var claim in claims)
            claim.Settle(Id, entry.Number);
        return entry;
    }

    /// <summary>Frees what is no longer needed of a commitment. It may come after the last day of the fund, when accounts are made up.</summary>
    public FundEntry Release(int commitmentNumber, FundAct act)
    {
        var commitment = Commitment(commitmentNumber);
        if (act.On < commitment.HappenedOn)
            throw new DomainException(FundRules.ReleaseTooEarly, "released_date");
        if (Left(commitment) is var left && act.AmountCents > left)
            throw new DomainException(FundRules.ReleaseTooHigh, "amount_cents", new Dictionary<string, string> { ["left_cents"] = Text(Math.Max(left, 0)) });
        return Add(FundEntryKind.Released, act, isBeyond: false, commitmentNumber);
    }

    public FundEntry Repay(FundAct act)
    {
        var unspent = Balance.UnspentCents;
        if (act.AmountCents > unspent)
            throw new DomainException(FundRules.RepaymentTooHigh, "amount_cents", new Dictionary<string, string> { ["unspent_cents"] = Text(unspent) });
        // What goes back may have been committed; then the commitments stand without money.
        return Add(FundEntryKind.Repaid, act, act.AmountCents > Balance.FreeCents);
    }

    private FundEntry Commitment(int number) => _entries.Find(e => e.Number == number && e.Kind == FundEntryKind.Committed)
        ?? throw new DomainException(FundRules.CommitmentUnknown, "commitment_number");

    private long Left(FundEntry commitment) => commitment.AmountCents - _entries.Where(e => e.CommitmentNumber == commitment.Number).Sum(e => e.AmountCents);

    private static void Require(FundAct act, long available, Rule rule, string name)
    {
        if (act.AmountCents > available && act.Reason.Length == 0)
            throw new DomainException(rule, "amount_cents", new Dictionary<string, string> { [name] = Text(Math.Max(available, 0)) });
    }

    private static string Text(long cents) => cents.ToString(CultureInfo.InvariantCulture);

    private void Decide(int number, FundAct act)
    {
        var application = _applications.Find(a => a.Number == number) ?? throw new DomainException(FundRules.ApplicationUnknown, "application_number");
        if (application.DecidedOn is not null)
            throw new DomainException(FundRules.ApplicationDecided, "application_number");
        application.Decide(act.On, act.AmountCents);
    }

    private void RequirePeriod(DateOnly day, string field)
    {
        if (!Validity.Contains(day))
            throw Past(field);
    }

    private DomainException Past(string field) => new(FundRules.PeriodPast, field, new Dictionary<string, string>
    {
        ["start_date"] = Validity.From.ToString("O", CultureInfo.InvariantCulture),
        ["end_date"] = Validity.Until?.ToString("O", CultureInfo.InvariantCulture) ?? "-",
    });

    private FundEntry Add(FundEntryKind kind, FundAct act, bool isBeyond, int? commitment = null)
    {
        var entry = new FundEntry
        {
            Number = _entries.Count + 1,
            Kind = kind,
            AmountCents = act.AmountCents,
            HappenedOn = act.On,
            Subject = act.Subject,
            CommitmentNumber = commitment,
            IsBeyond = isBeyond,
            Reason = act.Reason,
            RecordedAt = act.Now,
            RecordedBy = act.By,
        };
        _entries.Add(entry);
        Version++;
        return entry;
    }
}
