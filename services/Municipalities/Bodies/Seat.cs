using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Bodies;

/// <summary>What whoever fills a seat does there; the numbers are those of the messages.</summary>
internal enum SeatRole
{
    Chair = 1,
    Member = 2,
    Secretary = 3,
    Adviser = 4,
}

/// <summary>What a seat is.</summary>
/// <param name="Title">What it is called, in Dutch.</param>
/// <param name="Role">Role of whoever fills it.</param>
/// <param name="MunicipalityId">Whose seat it is; null: of no municipality.</param>
/// <param name="MinutesPerWeek">Time that goes with it; 0: not known.</param>
/// <param name="Validity">When it exists.</param>
internal sealed record SeatFacts(string Title, SeatRole Role, string? MunicipalityId, int MinutesPerWeek, Validity Validity);

/// <summary>Who fills a seat for a period, by function.</summary>
internal sealed class SeatHolder
{
    public required string Function { get; init; }

    public required Validity Validity { get; set; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }
}

/// <summary>A seat (zetel) in a body; on a day nobody or one fills it.</summary>
internal sealed class Seat
{
    private readonly List<SeatHolder> _holders = [];

    public required int Number { get; init; }

    public required string Title { get; init; }

    public required SeatRole Role { get; init; }

    public string? MunicipalityId { get; set; }

    public required int MinutesPerWeek { get; init; }

    public required Validity Validity { get; set; }

    public IReadOnlyList<SeatHolder> Holders => _holders;

    public bool Votes => Role is SeatRole.Chair or SeatRole.Member;

    public SeatHolder? HolderOn(DateOnly day) => _holders.Find(h => h.Validity.Contains(day));

    /// <summary>First day of the vacancy that a day lies in: the day after the last holder before it, or the first day of the seat.</summary>
    public DateOnly VacantSince(DateOnly day) =>
        _holders.Select(h => h.Validity.Until).Where(until => until <= day).Max() ?? Validity.From;

    /// <summary>Fills the seat; a holder without an end leaves on the first day of the next.</summary>
    public void Fill(string function, Validity validity, string by, DateTimeOffset now)
    {
        if (!Validity.Contains(validity))
            throw BodyRules.Outside(BodyRules.SeatNotOpen, Validity, "holder.period");
        var before = _holders.Find(h => h.Validity.Until is null && h.Validity.From < validity.From);
        if (_holders.Exists(h => h != before && h.Validity.Overlaps(validity)))
            throw new DomainException(BodyRules.SeatTaken, "holder.period");
        if (before is not null)
            before.Validity = new Validity(before.Validity.From, validity.From);
        _holders.Add(new SeatHolder { Function = function, Validity = validity, RecordedAt = now, RecordedBy = by });
    }

    public void Vacate(DateOnly on)
    {
        var leaving = HolderOn(on.AddDays(-1)) ?? throw new DomainException(BodyRules.SeatVacant, "end_date");
        leaving.Validity = new Validity(leaving.Validity.From, on);
    }

    /// <summary>Ends with its municipality, and with it whoever fills it or was to fill it later.</summary>
    /// <returns>The period that falls free.</returns>
    public Validity EndWith(DateOnly on)
    {
        var rest = new Validity(on, Validity.Until);
        _holders.RemoveAll(h => h.Validity.From >= on);
        Close(on);
        return rest;
    }

    public void Close(DateOnly on)
    {
        if (!Validity.Contains(on.AddDays(-1)))
            throw BodyRules.Outside(BodyRules.SeatNotOpen, Validity, "end_date");
        if (_holders.Exists(h => h.Validity.From >= on))
            throw new DomainException(BodyRules.SeatTaken, "end_date");
        if (HolderOn(on.AddDays(-1)) is not null)
            Vacate(on);
        Validity = new Validity(Validity.From, on);
    }
}
