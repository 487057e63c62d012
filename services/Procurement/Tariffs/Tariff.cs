using System.Globalization;
using Regio.Procurement.Catalogue;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Tariffs;

/// <summary>Where a tariff stands; the numbers are those of the messages.</summary>
internal enum TariffState
{
    /// <summary>Being prepared; not told to the provider.</summary>
    Draft = 1,

    /// <summary>Proposed, with what it is made of.</summary>
    Substantiated = 2,

    /// <summary>Adopted: it holds in its period in force.</summary>
    Adopted = 3,

    /// <summary>Holds on no day any more.</summary>
    Replaced = 4,
}

/// <summary>The contract line that a tariff is for.</summary>
internal sealed record TariffSubject(Guid ContractId, Guid LineId, Guid ProviderId, TariffUnit Unit);

/// <summary>A tariff of a contract line. On each day that the line is active exactly one adopted tariff holds.</summary>
internal sealed class Tariff
{
    private readonly List<TariffObjection> _objections = [];

    private Tariff(Guid id) => Id = id;

    public Guid Id { get; }

    public required Guid ContractId { get; init; }

    public required Guid LineId { get; init; }

    public required Guid ProviderId { get; init; }

    public required TariffUnit Unit { get; init; }

    public required long Cents { get; init; }

    /// <summary>When it holds as proposed.</summary>
    public required Validity Validity { get; set; }

    /// <summary>Whether a definitive tariff is to follow, which may correct this one over days that have passed.</summary>
    public required bool Provisional { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Subject of the token of who drafted it.</summary>
    public required string CreatedBy { get; init; }

    public TariffState State { get; private set; }

    /// <summary>When it really holds; null before adoption and once replaced.</summary>
    public Validity? InForce { get; private set; }

    public CostElements Elements { get; private set; } = CostElements.None;

    /// <summary>How it was arrived at, without personal data.</summary>
    public string Substantiation { get; private set; } = "";

    public DateTimeOffset? AdoptedAt { get; private set; }

    public long Version { get; private set; } = 1;

    public IReadOnlyList<TariffObjection> Objections => _objections;

    public static Tariff Draft(
        Guid id, TariffSubject line, long cents, Validity validity, bool provisional, string by, DateTimeOffset now) => new(id)
        {
            ContractId = line.ContractId,
            LineId = line.LineId,
            ProviderId = line.ProviderId,
            Unit = line.Unit,
            Cents = cents,
            Validity = validity,
            Provisional = provisional,
            CreatedAt = now,
            CreatedBy = by,
            State = TariffState.Draft,
        };

    /// <summary>The tariff that a line begins with: agreed by the signature of its contract.</summary>
    public static Tariff Agreed(Guid id, TariffSubject line, long cents, Validity active, string by, DateTimeOffset now)
    {
        var tariff = Draft(id, line, cents, active, provisional: false, by, now);
        (tariff.State, tariff.InForce, tariff.AdoptedAt) = (TariffState.Adopted, active, now);
        return tariff;
    }

    public void Substantiate(CostElements elements, string substantiation)
    {
        Require(State == TariffState.Draft, TariffRules.NotDraft);
        if (elements.TotalCents != Cents)
        {
            throw new DomainException(TariffRules.ElementsDiffer, "elements", new Dictionary<string, string>
            {
                ["elements_cents"] = elements.TotalCents.ToString(CultureInfo.InvariantCulture),
                ["tariff_cents"] = Cents.ToString(CultureInfo.InvariantCulture),
            });
        }

        (Elements, Substantiation, State) = (elements, substantiation, TariffState.Substantiated);
        Version++;
    }

    public void Object(Guid id, string ground, DateOnly received)
    {
        Require(State != TariffState.Draft, TariffRules.NotProposed);
        _objections.Add(new TariffObjection { Id = id, Ground = ground, ReceivedOn = received });
        Version++;
    }

    public void AnswerObjection(Guid id, bool uphold, string reason)
    {
        var objection = _objections.Find(candidate => candidate.Id == id)
            ?? throw new DomainException(TariffRules.ObjectionUnknown, "objection_id", new Dictionary<string, string> { ["objection_id"] = id.ToString("D") });
        objection.Answer(uphold, reason);
        Version++;
    }

    /// <summary>Takes effect; what it takes the place of has made room, see <see cref="TariffAdoption"/>.</summary>
    internal void Adopt(Validity inForce, DateTimeOffset now)
    {
        RequireSubstantiated();
        (State, InForce, AdoptedAt) = (TariffState.Adopted, inForce, now);
        Version++;
    }

    internal void RequireSubstantiated() => Require(State == TariffState.Substantiated, TariffRules.NotSubstantiated);

    /// <summary>Holds no longer in a period. What is left after it comes back as a tariff of its own when there is a part before it too.</summary>
    internal Tariff? YieldTo(Validity period, Func<Guid> newId)
    {
        if (InForce is not { } held || !held.Overlaps(period))
            return null;
        Validity? before = held.From < period.From ? new Validity(held.From, period.From) : null;
        Validity? after = period.Until is { } end && (held.Until is null || end < held.Until) ? new Validity(end, held.Until) : null;
        InForce = before ?? after;
        State = InForce is null ? TariffState.Replaced : State;
        Version++;
        return before is not null && after is { } rest ? ContinueIn(new TariffSubject(ContractId, LineId, ProviderId, Unit), rest, newId()) : null;
    }

    /// <summary>Holds on, with its line, until a later day.</summary>
    internal void ExtendTo(DateOnly until)
    {
        Validity = new Validity(Validity.From, until);
        InForce = InForce is { } held ? new Validity(held.From, until) : null;
        Version++;
    }

    /// <summary>The same tariff for the line that goes on from its own; null when it holds on none of its days.</summary>
    internal Tariff? ContinueFor(TariffSubject line, Validity active, Guid id)
    {
        if (InForce is not { } held || !held.Overlaps(active))
            return null;
        var until = held.Until is null || active.Until < held.Until ? active.Until : held.Until;
        return ContinueIn(line, new Validity(held.From > active.From ? held.From : active.From, until), id);
    }

    private Tariff ContinueIn(TariffSubject line, Validity rest, Guid id) => new(id)
    {
        ContractId = line.ContractId,
        LineId = line.LineId,
        ProviderId = line.ProviderId,
        Unit = line.Unit,
        Cents = Cents,
        Validity = rest,
        Provisional = Provisional,
        CreatedAt = CreatedAt,
        CreatedBy = CreatedBy,
        State = TariffState.Adopted,
        InForce = rest,
        Elements = Elements with { },
        Substantiation = Substantiation,
        AdoptedAt = AdoptedAt,
    };

    private void Require(bool allowed, Rule otherwise)
    {
        if (!allowed)
            throw new DomainException(otherwise, metadata: new Dictionary<string, string> { ["state"] = State.ToString().ToLowerInvariant() });
    }
}
