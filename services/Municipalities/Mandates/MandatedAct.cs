using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Mandates;

/// <summary>Where a mandated act stands; the numbers are those of the messages.</summary>
internal enum MandatedActState
{
    Authorised = 1,
    ToBeRatified = 2,
    Ratified = 3,
    Refused = 4,
}

/// <summary>How an act stands for one municipality.</summary>
internal sealed class ActAuthority
{
    public required string MunicipalityId { get; init; }

    public required MandateReason Reason { get; init; }

    public Guid? MandateId { get; init; }

    /// <summary>Null while nothing is decided, and where nothing needs to be.</summary>
    public bool? Ratified { get; private set; }

    public DateOnly? DecidedOn { get; private set; }

    public bool NeedsRatification => Reason != MandateReason.Covered;

    public void Decide(bool ratified, DateOnly on) => (Ratified, DecidedOn) = (ratified, on);
}

/// <summary>
/// An act in the name of municipalities. It is recorded whether or not a mandate covered it: without, it is unauthorised until
/// every municipality concerned has ratified it, which repairs it from the beginning.
/// </summary>
internal sealed class MandatedAct
{
    /// <summary>Days in which an unauthorised act is to be ratified, unless another date is set.</summary>
    public const int RatificationDays = 42;

    private readonly List<ActAuthority> _authorities = [];

    private MandatedAct(Guid id) => Id = id;

    public Guid Id { get; }

    public string Subject { get; private init; } = "";

    public string Mandated { get; private init; } = "";

    public string Topic { get; private init; } = "";

    public long AmountCents { get; private init; }

    public DateOnly PerformedOn { get; private init; }

    /// <summary>Null when every mandate covered it.</summary>
    public DateOnly? RatifyBy { get; private init; }

    public MandatedActState State { get; private set; }

    public long Version { get; private set; } = 1;

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    public IReadOnlyList<ActAuthority> Authorities => _authorities;

    public static MandatedAct Record(
        Guid id, string subject, MandateQuestion act, IReadOnlyList<MandateAnswer> answers, DateOnly? ratifyBy, string by, DateTimeOffset now)
    {
        var covered = answers.All(a => a.IsCovered);
        var recorded = new MandatedAct(id)
        {
            Subject = subject,
            Mandated = act.Mandated,
            Topic = act.Topic,
            AmountCents = act.AmountCents,
            PerformedOn = act.On,
            RatifyBy = covered ? null : ratifyBy ?? act.On.AddDays(RatificationDays),
            State = covered ? MandatedActState.Authorised : MandatedActState.ToBeRatified,
            RecordedAt = now,
            RecordedBy = by,
        };
        recorded._authorities.AddRange(answers.Select(a => new ActAuthority { MunicipalityId = a.MunicipalityId, Reason = a.Reason, MandateId = a.MandateId }));
        return recorded;
    }

    public void RecordRatification(string municipalityId, bool ratified, DateOnly on)
    {
        var authority = _authorities.Find(a => a.MunicipalityId == municipalityId);
        // A municipality may come back on a refusal; what it has ratified stays.
        if (authority is not { NeedsRatification: true } || authority.Ratified == true)
            throw new DomainException(MandateRules.RatificationNotAsked, "body_id");
        authority.Decide(ratified, on);
        var asked = _authorities.Where(a => a.NeedsRatification).ToList();
        State = asked.Exists(a => a.Ratified == false) ? MandatedActState.Refused
            : asked.TrueForAll(a => a.Ratified == true) ? MandatedActState.Ratified
            : MandatedActState.ToBeRatified;
        Version++;
    }
}
