using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Bodies;

/// <summary>A meeting of an outside body in which the region had a seat; what happened there is reported back.</summary>
internal sealed class OutsideMeeting
{
    /// <summary>Days to report back, unless another date is set.</summary>
    public const int ReportDays = 14;

    private OutsideMeeting(Guid id) => Id = id;

    public Guid Id { get; }

    public string BodyId { get; private init; } = "";

    public int SeatNumber { get; private init; }

    public DateOnly HeldOn { get; private init; }

    public DateOnly ReportDueOn { get; private init; }

    /// <summary>Null while the report is owed.</summary>
    public DateOnly? ReportedOn { get; private set; }

    public string ReportReference { get; private set; } = "";

    public long Version { get; private set; } = 1;

    public static OutsideMeeting Record(Guid id, Body body, int seatNumber, DateOnly heldOn, DateOnly? reportDueOn)
    {
        if (!body.IsOutside)
            throw new DomainException(BodyRules.NotOutside, "body_id");
        var seat = body.Seat(seatNumber, "seat_number");
        if (!seat.Validity.Contains(heldOn))
            throw BodyRules.Outside(BodyRules.SeatNotOpen, seat.Validity, "held_date");
        return new OutsideMeeting(id) { BodyId = body.Id, SeatNumber = seatNumber, HeldOn = heldOn, ReportDueOn = reportDueOn ?? heldOn.AddDays(ReportDays) };
    }

    public void Report(DateOnly on, string reference)
    {
        if (ReportedOn is not null)
            throw new DomainException(BodyRules.ReportDone, "meeting_id");
        ReportedOn = on;
        ReportReference = reference;
        Version++;
    }
}
