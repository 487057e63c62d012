using System.Globalization;
using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.RegionMoves;

/// <summary>Where a move stands; the numbers are those of the messages.</summary>
internal enum RegionMoveState
{
    /// <summary>Planned.</summary>
    Planned = 1,

    /// <summary>Carried out.</summary>
    Executed = 2,

    /// <summary>Given up.</summary>
    Cancelled = 3,
}

/// <summary>How a conflict is decided; the numbers are those of the messages.</summary>
internal enum RegionMoveChoice
{
    /// <summary>The lines of one buyer go on for all.</summary>
    KeepOne = 1,

    /// <summary>The same, at a tariff that was agreed.</summary>
    AgreedTariff = 2,

    /// <summary>Each municipality keeps what it had.</summary>
    ByMunicipality = 3,
}

/// <summary>What lines have in common that cannot hold beside each other for one buyer.</summary>
internal sealed record MoveSubject(Guid ProviderId, string ProductId, string Lot, string Location);

/// <summary>A decision on a conflict. It stays; a later one on the same takes its place.</summary>
internal sealed class RegionMoveDecision
{
    public required Guid Id { get; init; }

    public required int Number { get; init; }

    public required Guid ProviderId { get; init; }

    public required string ProductId { get; init; }

    public required string Lot { get; init; }

    public required string Location { get; init; }

    public required RegionMoveChoice Choice { get; init; }

    /// <summary>Whose lines go on; empty when each municipality keeps what it had.</summary>
    public required string KeepBuyerId { get; init; }

    /// <summary>The tariff that was agreed; null for another choice.</summary>
    public required long? TariffCents { get; init; }

    public required string Reason { get; init; }

    /// <summary>Subject of the token of who recorded it.</summary>
    public required string DecidedBy { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    public MoveSubject Subject => new(ProviderId, ProductId, Lot, Location);
}

/// <summary>A day that was planned.</summary>
internal sealed class RegionMoveDate
{
    public required Guid Id { get; init; }

    public required int Number { get; init; }

    public required DateOnly MovesOn { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>What a line went on as when a move was carried out; a line that joined others has one for each of these.</summary>
internal sealed class RegionMoveOutcome
{
    public required Guid Id { get; init; }

    public required Guid MoveId { get; init; }

    public required Guid LineId { get; init; }

    public required MoveEffect Effect { get; init; }

    /// <summary>The line that holds in its place.</summary>
    public required Guid SuccessorId { get; init; }
}

/// <summary>Regions that go over into one organisation on a day, in which contracts and care go on (overgang van inkoopregio's).</summary>
internal sealed class RegionMove
{
    private readonly List<RegionMoveDecision> _decisions = [];
    private readonly List<RegionMoveDate> _dates = [];

    private RegionMove(Guid id) => Id = id;

    public Guid Id { get; }

    /// <summary>The regions that go over; where lines are alike, those of the first are kept.</summary>
    public required List<string> FromBuyers { get; init; }

    public required string ToBuyer { get; init; }

    public DateOnly MovesOn { get; private set; }

    /// <summary>By what it was decided.</summary>
    public required string Ground { get; init; }

    public RegionMoveState State { get; private set; } = RegionMoveState.Planned;

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExecutedAt { get; private set; }

    public string CancelReason { get; private set; } = "";

    public long Version { get; private set; } = 1;

    public IReadOnlyList<RegionMoveDecision> Decisions => _decisions;

    public IReadOnlyList<RegionMoveDate> Dates => _dates;

    /// <summary>The decision that counts on each conflict.</summary>
    public IReadOnlyDictionary<MoveSubject, RegionMoveDecision> Decided =>
        _decisions.GroupBy(decision => decision.Subject).ToDictionary(same => same.Key, same => same.MaxBy(decision => decision.Number)!);

    public static RegionMove Plan(Guid id, IReadOnlyList<string> from, string to, DateOnly day, string ground, DateTimeOffset now)
    {
        if (from.Contains(to) || from.Distinct().Count() != from.Count)
            throw new DomainException(RegionMoveRules.ToSelf, "move.from_buyer_ids");
        var move = new RegionMove(id) { FromBuyers = [.. from], ToBuyer = to, MovesOn = day, Ground = ground, CreatedAt = now };
        move.Add(day, reason: "", now);
        return move;
    }

    public void Reschedule(DateOnly day, string reason, DateTimeOffset now)
    {
        RequirePlanned();
        if (day == MovesOn)
            throw new DomainException(RegionMoveRules.DateSame, "move_date");
        MovesOn = day;
        Add(day, reason, now);
        Version++;
    }

    /// <summary>Decides a conflict that is there.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="conflict">The conflict that it is about; null: there is none.</param>
    public void Decide(RegionMoveDecision decision, MoveConflict? conflict)
    {
        RequirePlanned();
        if ((decision.Choice == RegionMoveChoice.ByMunicipality) != (decision.KeepBuyerId.Length == 0))
            throw new DomainException(RegionMoveRules.Keep, "decision.keep_buyer_id");
        if ((decision.Choice == RegionMoveChoice.AgreedTariff) != (decision.TariffCents is not null) || (decision.TariffCents is not null && decision.KeepBuyerId == ToBuyer))
            throw new DomainException(RegionMoveRules.Tariff, "decision.tariff_cents");
        if (conflict is null)
            throw new DomainException(RegionMoveRules.ConflictUnknown, "decision");
        if (decision.KeepBuyerId.Length > 0 && !conflict.Keepable.Contains(decision.KeepBuyerId))
        {
            throw new DomainException(RegionMoveRules.KeepUnknown, "decision.keep_buyer_id", new Dictionary<string, string>
            {
                ["buyers"] = string.Join(", ", conflict.Keepable),
            });
        }

        _decisions.Add(decision);
        Version++;
    }

    public void Cancel(string reason)
    {
        RequirePlanned();
        (State, CancelReason) = (RegionMoveState.Cancelled, reason);
        Version++;
    }

    /// <summary>Is carried out as reckoned, when nothing keeps it from that.</summary>
    public void Execute(RegionMovePlan plan, DateOnly today, int aheadDays, DateTimeOffset now)
    {
        RequirePlanned();
        if (today < Earliest(aheadDays))
            throw Refuse(RegionMoveRules.TooEarly, "earliest", Earliest(aheadDays).ToString("O", CultureInfo.InvariantCulture));
        if (plan.IsOrganisationUnknown)
            throw Refuse(RegionMoveRules.OrganisationUnknown, "buyer_id", ToBuyer);
        if (plan.MissingMembers.Count > 0)
            throw Refuse(RegionMoveRules.MembersMissing, "municipalities", string.Join(", ", plan.MissingMembers));
        if (plan.Undecided > 0)
            throw Refuse(RegionMoveRules.Undecided, "conflicts", plan.Undecided.ToString(CultureInfo.InvariantCulture));
        (State, ExecutedAt) = (RegionMoveState.Executed, now);
        Version++;
    }

    /// <summary>The first day on which it can be carried out.</summary>
    public DateOnly Earliest(int aheadDays) => MovesOn.AddDays(-aheadDays);

    public void RequirePlanned()
    {
        if (State != RegionMoveState.Planned)
            throw Refuse(RegionMoveRules.NotPlanned, "state", State.ToString().ToLowerInvariant());
    }

    private void Add(DateOnly day, string reason, DateTimeOffset now) =>
        _dates.Add(new RegionMoveDate { Id = Guid.CreateVersion7(now), Number = _dates.Count + 1, MovesOn = day, Reason = reason, RecordedAt = now });

    private static DomainException Refuse(Rule rule, string name, string value) => new(rule, metadata: new Dictionary<string, string> { [name] = value });
}
