using Regio.Municipalities.Register;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Bodies;

/// <summary>What a body is.</summary>
/// <param name="RegionId">The region that it is of, or whose seats in it are meant.</param>
/// <param name="Code">Code within the region.</param>
/// <param name="Name">Name in Dutch.</param>
/// <param name="IsOutside">Whether it lies outside the region.</param>
/// <param name="Validity">When it exists.</param>
/// <param name="Source">Where it is laid down.</param>
internal sealed record BodyFacts(string RegionId, string Code, string Name, bool IsOutside, Validity Validity, Source Source)
{
    /// <summary>The region is part of the id, since two regions each have an "ABO".</summary>
    public string Id => $"{RegionId}:{Code}";
}

/// <summary>A body (overleg) of a region, or one outside it in which the region has seats.</summary>
internal sealed class Body
{
    private readonly List<Seat> _seats = [];
    private readonly List<QuorumSetting> _quorums = [];

    private Body(string id) => Id = id;

    /// <summary>Region and code, such as JHRD:ABO.</summary>
    public string Id { get; }

    public string RegionId { get; private init; } = "";

    public string Code { get; private init; } = "";

    public string Name { get; private init; } = "";

    public bool IsOutside { get; private init; }

    public Validity Validity { get; private init; }

    public required Source Source { get; init; }

    public long Version { get; private set; } = 1;

    public IReadOnlyList<Seat> Seats => _seats;

    public IReadOnlyList<QuorumSetting> Quorums => _quorums;

    public static Body Register(BodyFacts facts, IReadOnlyList<SeatFacts> seats)
    {
        var body = new Body(facts.Id)
        {
            RegionId = facts.RegionId,
            Code = facts.Code,
            Name = facts.Name,
            IsOutside = facts.IsOutside,
            Validity = facts.Validity,
            Source = facts.Source,
        };
        for (var i = 0; i < seats.Count; i++)
            body.Add(seats[i], $"body.seats[{i}].period");
        return body;
    }

    public Seat AddSeat(SeatFacts facts)
    {
        var seat = Add(facts, "seat.period");
        Version++;
        return seat;
    }

    public Seat CloseSeat(int number, DateOnly on) => Change(number, seat => seat.Close(on));

    public Seat RecordHolder(int number, string function, Validity validity, string by, DateTimeOffset now) =>
        Change(number, seat => seat.Fill(function, validity, by, now));

    public Seat RecordDeparture(int number, DateOnly on) => Change(number, seat => seat.Vacate(on));

    /// <summary>
    /// The seats of a municipality that goes over into another end on that day, with whoever fills them; where the other has
    /// none of the same role then, it gets the first of them, vacant. What was to begin later is the other's.
    /// </summary>
    public void GoOver(Municipality ended, Municipality successor, DateOnly on)
    {
        foreach (var seat in _seats.FindAll(s => s.MunicipalityId == ended.Id && !(s.Validity.Until <= on)))
        {
            if (seat.Validity.From >= on)
                seat.MunicipalityId = successor.Id;
            else
                Replace(seat, ended.Name, successor, on);
            Version++;
        }
    }

    public void SetQuorum(QuorumSetting quorum)
    {
        _quorums.RemoveAll(q => q.StartsOn == quorum.StartsOn);
        _quorums.Add(quorum);
        Version++;
    }

    public Seat Seat(int number, string field) => _seats.Find(s => s.Number == number) ?? throw new DomainException(BodyRules.SeatUnknown, field);

    /// <summary>The quorum that holds on a day; null while none is set.</summary>
    public QuorumSetting? QuorumOn(DateOnly day) => _quorums.Where(q => q.StartsOn <= day).MaxBy(q => q.StartsOn);

    /// <summary>Whether those present on a day are enough to decide.</summary>
    /// <param name="present">Numbers of the seats that are present.</param>
    /// <param name="day">Day of the meeting.</param>
    public QuorumAnswer CheckQuorum(IReadOnlyList<int> present, DateOnly day)
    {
        for (var i = 0; i < present.Count; i++)
            Seat(present[i], $"present_seats[{i}]");
        var voting = _seats.Where(s => s.Votes && s.Validity.Contains(day)).ToList();
        var filled = voting.Where(s => s.HolderOn(day) is not null).ToList();
        var counted = filled.Count(s => present.Contains(s.Number));
        var required = QuorumOn(day)?.Required(voting.Count, filled.Count);
        return new QuorumAnswer(required <= counted, required ?? 0, counted, voting.Count, voting.Count - filled.Count);
    }

    private void Replace(Seat seat, string endedName, Municipality successor, DateOnly on)
    {
        var rest = seat.EndWith(on);
        if (_seats.Exists(s => s.MunicipalityId == successor.Id && s.Role == seat.Role && s.Validity.Overlaps(rest)))
            return;
        var title = seat.Title.Replace(endedName, successor.Name, StringComparison.Ordinal);
        Add(new SeatFacts(title, seat.Role, successor.Id, seat.MinutesPerWeek, rest), "effective_date");
    }

    private Seat Add(SeatFacts facts, string field)
    {
        if (!Validity.Contains(facts.Validity))
            throw BodyRules.Outside(BodyRules.SeatOutsideBody, Validity, field);
        var seat = new Seat
        {
            Number = _seats.Count + 1,
            Title = facts.Title,
            Role = facts.Role,
            MunicipalityId = facts.MunicipalityId,
            MinutesPerWeek = facts.MinutesPerWeek,
            Validity = facts.Validity,
        };
        _seats.Add(seat);
        return seat;
    }

    private Seat Change(int number, Action<Seat> change)
    {
        var seat = Seat(number, "seat_number");
        change(seat);
        Version++;
        return seat;
    }
}
