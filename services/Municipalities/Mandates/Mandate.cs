using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Mandates;

/// <summary>Whose consent a mandate needs (Awb article 10:4); the numbers are those of the messages.</summary>
internal enum ConsentParty
{
    Mandated = 1,
    Employer = 2,
}

/// <summary>The consent of a party from a day on.</summary>
internal sealed record MandateConsent
{
    public required ConsentParty Party { get; init; }

    public required DateOnly ConsentedOn { get; init; }
}

/// <summary>What one municipality granted; it binds no other.</summary>
internal sealed class MandateGrant
{
    /// <summary>Number within the mandate, from 1.</summary>
    public required int Number { get; init; }

    public required string MunicipalityId { get; init; }

    public required string BodyId { get; init; }

    /// <summary>When it holds, as granted.</summary>
    public required Validity Validity { get; init; }

    public required Source Source { get; init; }

    /// <summary>First day on which a withdrawal holds.</summary>
    public DateOnly? WithdrawnOn { get; private set; }

    public bool HoldsOn(DateOnly day) => Validity.Contains(day) && !(WithdrawnOn <= day);

    /// <summary>Whether some day on which it holds lies in a period.</summary>
    public bool HoldsIn(Validity period) => WithdrawnOn is { } end
        ? end > Validity.From && new Validity(Validity.From, Validity.Until < end ? Validity.Until : end).Overlaps(period)
        : Validity.Overlaps(period);

    /// <summary>Whether a withdrawal on this day takes something away: the grant would have held then or later.</summary>
    public bool CanBeWithdrawnOn(DateOnly day) => (Validity.Until is null || Validity.Until > day) && !(WithdrawnOn <= day);

    public void Withdraw(DateOnly on) => WithdrawnOn = on;
}

/// <summary>What a mandate is about, and how far it goes.</summary>
internal sealed record MandateScope(IReadOnlyList<string> Topics, long LimitCents, bool SubMandateAllowed, bool NeedsEmployerConsent)
{
    /// <summary>Whether everything in another scope lies in this one.</summary>
    public bool Covers(MandateScope other) =>
        other.Topics.All(Topics.Contains) && (LimitCents == 0 || (other.LimitCents > 0 && other.LimitCents <= LimitCents));
}

/// <summary>A mandate (mandaat): a function that may act in the name of the municipalities that granted it.</summary>
internal sealed class Mandate
{
    private readonly List<MandateGrant> _grants = [];
    private readonly List<MandateConsent> _consents = [];

    private Mandate(Guid id) => Id = id;

    public Guid Id { get; }

    public string RegionId { get; private init; } = "";

    /// <summary>The function that is mandated, such as regiomanager.</summary>
    public string Mandated { get; private init; } = "";

    public List<string> Topics { get; private init; } = [];

    /// <summary>Most that one act may cost; 0: no limit.</summary>
    public long LimitCents { get; private init; }

    public bool SubMandateAllowed { get; private init; }

    public bool NeedsEmployerConsent { get; private init; }

    /// <summary>The mandate that this one is a sub-mandate of.</summary>
    public Guid? ParentId { get; private init; }

    public long Version { get; private set; } = 1;

    public IReadOnlyList<MandateGrant> Grants => _grants;

    public IReadOnlyList<MandateConsent> Consents => _consents;

    public MandateScope Scope => new(Topics, LimitCents, SubMandateAllowed, NeedsEmployerConsent);

    public static Mandate Register(Guid id, string regionId, string mandated, MandateScope scope, Mandate? parent)
    {
        if (parent is not null && !(parent.SubMandateAllowed && parent.Scope.Covers(scope)))
            throw new DomainException(MandateRules.SubMandateNotAllowed, "mandate.parent_id");
        return new Mandate(id)
        {
            RegionId = regionId,
            Mandated = mandated,
            Topics = [.. scope.Topics],
            LimitCents = scope.LimitCents,
            SubMandateAllowed = scope.SubMandateAllowed,
            NeedsEmployerConsent = scope.NeedsEmployerConsent,
            ParentId = parent?.Id,
        };
    }

    /// <summary>Records a grant. A municipality grants one mandate once at a time, so that a withdrawal leaves nothing behind.</summary>
    public void RecordGrant(string municipalityId, string bodyId, Validity validity, Source source)
    {
        if (_grants.Exists(g => g.MunicipalityId == municipalityId && g.HoldsIn(validity)))
            throw new DomainException(MandateRules.GrantOverlaps, "period");
        _grants.Add(new MandateGrant
        {
            Number = _grants.Count + 1,
            MunicipalityId = municipalityId,
            BodyId = bodyId,
            Validity = validity,
            Source = source,
        });
        Version++;
    }

    public void RecordWithdrawal(string municipalityId, DateOnly on)
    {
        var holding = _grants.Where(g => g.MunicipalityId == municipalityId && g.CanBeWithdrawnOn(on)).ToList();
        if (holding.Count == 0)
            throw new DomainException(MandateRules.GrantNotInForce, "withdrawn_date");
        holding.ForEach(g => g.Withdraw(on));
        Version++;
    }

    /// <summary>Takes the earliest day of consent of a party; a later one adds nothing.</summary>
    public void RecordConsent(ConsentParty party, DateOnly on)
    {
        _consents.RemoveAll(c => c.Party == party && c.ConsentedOn > on);
        if (!_consents.Exists(c => c.Party == party))
            _consents.Add(new MandateConsent { Party = party, ConsentedOn = on });
        Version++;
    }

    public bool HasConsentOn(DateOnly day) =>
        Consented(ConsentParty.Mandated, day) && (!NeedsEmployerConsent || Consented(ConsentParty.Employer, day));

    private bool Consented(ConsentParty party, DateOnly day) => _consents.Exists(c => c.Party == party && c.ConsentedOn <= day);
}
