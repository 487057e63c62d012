namespace Regio.Municipalities.Rounds;

/// <summary>What somebody owes; the numbers are those of the messages.</summary>
internal enum DutyKind
{
    View = 1,
    Decision = 2,
    Ruling = 3,
    FollowUp = 4,
}

/// <summary>What a refusal means for the round; the numbers are those of the messages.</summary>
internal enum RefusalEffect
{
    StaysInReach = 1,
    OutOfReach = 2,
}

/// <summary>Something that a body owes in a round now. Settled duties are gone: the facts that settled them stay.</summary>
internal sealed class Duty
{
    /// <summary>Day that stands for "no date is known": such a duty comes last.</summary>
    public static readonly DateOnly NoDate = DateOnly.MaxValue;

    public required DutyKind Kind { get; init; }

    public required string BodyId { get; init; }

    /// <summary>Code of the step, or the number of the decision or follow-up.</summary>
    public required string Code { get; init; }

    public required string BodyName { get; init; }

    public string? MunicipalityId { get; init; }

    public required string RegionId { get; init; }

    public DateOnly DueOn { get; private set; }

    public DateOnly? PlannedOn { get; private set; }

    public RefusalEffect? IfRefused { get; private set; }

    public static Duty Of(DutyKind kind, RoundBody body, string code, string regionId) => new()
    {
        Kind = kind,
        BodyId = body.BodyId,
        Code = code,
        BodyName = body.Name,
        MunicipalityId = body.MunicipalityId,
        RegionId = regionId,
        PlannedOn = kind == DutyKind.Decision ? body.PlannedOn : null,
    };

    public Duty Due(DateOnly on, RefusalEffect? ifRefused = null)
    {
        DueOn = on;
        IfRefused = ifRefused;
        return this;
    }

    public bool IsSameAs(Duty other) => (Kind, BodyId, Code) == (other.Kind, other.BodyId, other.Code);

    public void TakeOver(Duty other) => (DueOn, PlannedOn, IfRefused) = (other.DueOn, other.PlannedOn, other.IfRefused);
}
