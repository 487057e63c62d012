using System.Globalization;
using Regio.Municipalities.Bodies;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Tests.Bodies;

public sealed class BodyTests
{
    private readonly Body _abo = Body.Register(
        new BodyFacts("JHRD", "ABO", "Ambtelijk bestuurlijk overleg", IsOutside: false, Period("2015-01-01"), new Source("Overeenkomst", "artikel 4")),
        [
            Seat("wethouder van Assen", SeatRole.Chair, "GM0106"), Seat("wethouder van Emmen", SeatRole.Member, "GM0114"),
            Seat("wethouder van Meppel", SeatRole.Member, "GM0119"), Seat("regiomanager", SeatRole.Secretary, null),
        ]);

    [Fact]
    public void A_seat_is_filled_by_one_at_a_time_and_the_next_takes_over()
    {
        Fill(1, "wethouder jeugd", "2018-05-01");
        Fill(1, "wethouder zorg", "2022-06-01");

        Assert.Equal("wethouder jeugd", _abo.Seats[0].HolderOn(Day("2022-05-31"))!.Function);
        Assert.Equal("wethouder zorg", _abo.Seats[0].HolderOn(Day("2022-06-01"))!.Function);
        Assert.Equal(BodyRules.SeatTaken, Refused(() => Fill(1, "iemand anders", "2019-01-01")));
    }

    [Fact]
    public void A_departure_leaves_a_vacancy_from_that_day_on()
    {
        Fill(1, "wethouder jeugd", "2018-05-01");
        _abo.RecordDeparture(1, Day("2022-03-16"));

        Assert.Null(_abo.Seats[0].HolderOn(Day("2022-03-16")));
        Assert.Equal(Day("2022-03-16"), _abo.Seats[0].VacantSince(Day("2022-12-01")));
        Assert.Equal(Day("2015-01-01"), _abo.Seats[1].VacantSince(Day("2022-12-01")));
        Assert.Equal(BodyRules.SeatVacant, Refused(() => _abo.RecordDeparture(1, Day("2022-04-01"))));
    }

    [Fact]
    public void Who_fills_a_seat_leaves_with_it()
    {
        Fill(2, "wethouder jeugd", "2018-05-01");
        _abo.CloseSeat(2, Day("2020-01-01"));

        Assert.NotNull(_abo.Seats[1].HolderOn(Day("2019-12-31")));
        Assert.Null(_abo.Seats[1].HolderOn(Day("2020-01-01")));
        Assert.Equal(BodyRules.SeatNotOpen, Refused(() => Fill(2, "wethouder zorg", "2020-01-01")));
        Assert.Equal(BodyRules.SeatNotOpen, Refused(() => _abo.CloseSeat(2, Day("2021-01-01"))));
    }

    [Fact]
    public void A_seat_exists_no_longer_than_its_body() =>
        Assert.Equal(BodyRules.SeatOutsideBody, Refused(() => _abo.AddSeat(Seat("te vroeg", SeatRole.Member, null, "2014-01-01"))));

    [Theory]
    [InlineData((int)QuorumRule.MajorityOfSeats, 0, 2, true)]
    [InlineData((int)QuorumRule.MajorityOfFilledSeats, 0, 2, true)]
    [InlineData((int)QuorumRule.AllSeats, 0, 3, false)]
    [InlineData((int)QuorumRule.Fixed, 1, 1, true)]
    public void A_quorum_counts_the_voting_seats_that_are_filled_and_present(int rule, int number, int required, bool met)
    {
        Fill(1, "wethouder jeugd", "2018-05-01");
        Fill(2, "wethouder jeugd", "2018-05-01");
        Fill(4, "regiomanager", "2018-05-01");
        Quorum(rule, number, "2018-01-01");

        var answer = _abo.CheckQuorum([1, 2, 3, 4], Day("2021-01-01"));

        Assert.Equal(new QuorumAnswer(met, required, 2, 3, 1), answer);
    }

    [Fact]
    public void A_quorum_holds_from_its_day_until_the_next_and_before_that_none_is_met()
    {
        Fill(1, "wethouder jeugd", "2018-05-01");
        Quorum((int)QuorumRule.Fixed, 1, "2019-01-01");
        Quorum((int)QuorumRule.AllSeats, 0, "2020-01-01");

        Assert.False(_abo.CheckQuorum([1], Day("2018-12-31")).Met);
        Assert.True(_abo.CheckQuorum([1], Day("2019-12-31")).Met);
        Assert.False(_abo.CheckQuorum([1], Day("2020-01-01")).Met);
        Assert.Equal(BodyRules.SeatUnknown, Refused(() => _abo.CheckQuorum([9], Day("2020-01-01"))));
    }

    [Fact]
    public void Only_from_an_outside_body_is_reported_back() =>
        Assert.Equal(BodyRules.NotOutside, Refused(() => OutsideMeeting.Record(Guid.CreateVersion7(), _abo, 1, Day("2021-01-01"), null)));

    [Fact]
    public void A_meeting_outside_is_reported_back_once_within_two_weeks()
    {
        var outside = Body.Register(
            new BodyFacts("JHRD", "J42", "J42", IsOutside: true, Period("2015-01-01"), new Source("Website", "")), [Seat("lid namens Drenthe", SeatRole.Member, null)]);
        var meeting = OutsideMeeting.Record(Guid.CreateVersion7(), outside, 1, Day("2021-01-01"), null);
        Assert.Equal(Day("2021-01-15"), meeting.ReportDueOn);

        meeting.Report(Day("2021-01-10"), "ABO januari, punt 3");

        Assert.Equal(BodyRules.ReportDone, Refused(() => meeting.Report(Day("2021-01-11"), "nog eens")));
    }

    private static SeatFacts Seat(string title, SeatRole role, string? municipality, string from = "2015-01-01") => new(title, role, municipality, 0, Period(from));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    private static Validity Period(string from) => new(Day(from), null);

    private static Rule Refused(Action act) => Assert.Throws<DomainException>(act).Rule;

    private void Fill(int seat, string function, string from) => _abo.RecordHolder(seat, function, Period(from), "test", DateTimeOffset.UnixEpoch);

    private void Quorum(int rule, int number, string from) => _abo.SetQuorum(
        new QuorumSetting { Rule = (QuorumRule)rule, Number = number, StartsOn = Day(from), Source = new Source("Reglement", "artikel 2") });
}
