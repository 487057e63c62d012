using Regio.Procurement.Ceilings;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Tests.Ceilings;

public sealed class CeilingTests
{
    private static readonly DateTimeOffset Now = new(2026, 2, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 2, 1);
    private static readonly DateOnly AfterEnd = new(2027, 1, 1);

    private static readonly Dictionary<string, (CeilingState[] From, Action<Ceiling> Call)> Methods = new()
    {
        [nameof(Ceiling.RecordView)] = ([CeilingState.Intention], ceiling => ceiling.RecordView("te laag", Today)),
        [nameof(Ceiling.Decide)] = ([CeilingState.Viewed], ceiling => ceiling.Decide(Guid.CreateVersion7(), "passend", Today, Now)),
        [nameof(Ceiling.RecordMeeting)] = ([CeilingState.Warned, CeilingState.Reached], ceiling => ceiling.RecordMeeting(Today, Today)),
        [nameof(Ceiling.Adjust)] = ([CeilingState.Met, CeilingState.Reached], ceiling => ceiling.Adjust(Guid.CreateVersion7(), 2_000_00, "meer vraag", Today, Now)),
        [nameof(Ceiling.Close)] = (
            [CeilingState.Intention, CeilingState.Viewed, CeilingState.Active, CeilingState.Warned, CeilingState.Met, CeilingState.Reached],
            ceiling => ceiling.Close(AfterEnd)),
    };

    public static TheoryData<string, string> Matrix()
    {
        var rows = new TheoryData<string, string>();
        foreach (var method in Methods.Keys)
        {
            foreach (var state in Enum.GetNames<CeilingState>())
                rows.Add(method, state);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Each_method_is_allowed_in_its_own_states_and_refused_in_every_other(string method, string state)
    {
        var (from, call) = Methods[method];
        var ceiling = In(Enum.Parse<CeilingState>(state));
        var version = ceiling.Version;

        if (from.Contains(ceiling.State))
        {
            call(ceiling);
            Assert.Equal(version + 1, ceiling.Version);
            return;
        }

        Assert.Throws<DomainException>(() => call(ceiling));
        Assert.Equal((state, version), (ceiling.State.ToString(), ceiling.Version));
    }

    [Fact]
    public void A_ceiling_is_not_decided_without_the_view_of_the_provider_while_its_time_runs()
    {
        var ceiling = In(CeilingState.Intention);
        Assert.Equal("CEILING_VIEW_MISSING", Assert.Throws<DomainException>(() => ceiling.Decide(Guid.NewGuid(), "x", Today, Now)).Rule.Code);
        Assert.Equal("CEILING_VIEW_NOT_DUE", Assert.Throws<DomainException>(() => ceiling.RecordView("", ceiling.ViewDueOn)).Rule.Code);

        ceiling.RecordView("", ceiling.ViewDueOn.AddDays(1));
        ceiling.Decide(Guid.NewGuid(), "geen zienswijze ontvangen", Today, Now);
        Assert.Equal(CeilingState.Active, ceiling.State);
    }

    [Theory]
    [InlineData(699_99, "Active")]
    [InlineData(700_00, "Warned")]
    [InlineData(999_99, "Warned")]
    [InlineData(1_000_00, "Reached")]
    [InlineData(5_000_00, "Reached")]
    public void Spend_warns_at_seventy_percent_and_reaches_at_the_amount_and_is_always_counted(long cents, string state)
    {
        var ceiling = In(CeilingState.Active);

        ceiling.Count(cents, alwaysPaidCents: 3_000_00, Today);

        Assert.Equal((state, cents, 3_000_00L), (ceiling.State.ToString(), ceiling.CountedCents, ceiling.AlwaysPaidCents));
        Assert.Equal(state == "Active" ? null : Today.AddDays(14), ceiling.MeetingDueOn);
    }

    [Fact]
    public void A_meeting_after_its_due_date_is_late_and_not_refused()
    {
        var ceiling = In(CeilingState.Warned);

        var late = ceiling.MeetingDueOn!.Value.AddDays(1);

        ceiling.RecordMeeting(late, late);

        Assert.True(ceiling.MeetingLate);
        Assert.Equal(CeilingState.Met, ceiling.State);
    }

    [Fact]
    public void A_meeting_is_recorded_when_it_has_taken_place() => Assert.Equal(
        "CEILING_MEETING_AHEAD", Assert.Throws<DomainException>(() => In(CeilingState.Warned).RecordMeeting(Today.AddDays(1), Today)).Rule.Code);

    [Theory]
    [InlineData(1_000_00, 0, "Active", true)]
    [InlineData(1_001_00, 0, "Active", false)]
    [InlineData(1_001_00, 1_00, "Warned", true)]
    [InlineData(700_00, 0, "Reached", true)]
    public void A_warning_is_given_once_and_again_when_another_amount_made_it_disappear(long amount, long more, string state, bool warned)
    {
        var ceiling = In(CeilingState.Met);

        ceiling.Adjust(Guid.CreateVersion7(), amount, "besluit", Today, Now);
        ceiling.Count(700_00 + more, 0, Today);

        Assert.Equal((state, warned), (ceiling.State.ToString(), ceiling.WarnedOn is not null));
    }

    [Fact]
    public void The_letter_keeps_the_amounts_of_the_day_of_the_warning()
    {
        var ceiling = In(CeilingState.Warned);
        var letter = WarningLetter.Html(ceiling, "Elker", "Ambulant", "Jeugdhulpregio Drenthe");

        ceiling.Count(999_00, 0, Today.AddDays(3));

        Assert.Equal(letter, WarningLetter.Html(ceiling, "Elker", "Ambulant", "Jeugdhulpregio Drenthe"));
    }

    [Theory]
    [InlineData("2026-01-15", "2026-03-01", "")]
    [InlineData("2026-03-01", "2026-09-20", "")]
    [InlineData("2026-02-01", "2026-03-01", "")]
    [InlineData("2026-02-02", "2026-03-01", "CEILING_MID_MONTH")]
    [InlineData("2026-02-01", "2026-03-02", "CEILING_MID_MONTH")]
    [InlineData("2026-01-01", "2026-03-01", "CEILING_OUTSIDE_CONTRACT")]
    public void A_ceiling_begins_and_ends_with_a_month_or_with_its_contract(string from, string until, string reason)
    {
        var contract = new Validity(new DateOnly(2026, 1, 15), new DateOnly(2026, 9, 20));
        void Check() => Ceiling.RequirePeriod(new Validity(DateOnly.ParseExact(from, "O", null), DateOnly.ParseExact(until, "O", null)), contract);

        if (reason.Length == 0)
            Check();
        else
            Assert.Equal(reason, Assert.Throws<DomainException>(Check).Rule.Code);
    }

    [Fact]
    public void A_ceiling_that_runs_is_not_closed() =>
        Assert.Equal("CEILING_RUNNING", Assert.Throws<DomainException>(() => In(CeilingState.Active).Close(AfterEnd.AddDays(-1))).Rule.Code);

    [Fact]
    public void The_letter_names_amounts_share_and_meeting_in_Dutch_and_escapes_what_people_typed()
    {
        var letter = WarningLetter.Html(In(CeilingState.Warned), "Elker & Co", "Ambulante <hulp>", "Jeugdhulpregio Drenthe");

        Assert.Contains("€ 1.000,00", letter, StringComparison.Ordinal);
        Assert.Contains("70,0 %", letter, StringComparison.Ordinal);
        Assert.Contains("uiterlijk op 15 februari 2026", letter, StringComparison.Ordinal);
        Assert.Contains("Elker &amp; Co", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("<hulp>", letter, StringComparison.Ordinal);
        Assert.Equal("CEILING_NOT_WARNED", Assert.Throws<DomainException>(() => WarningLetter.Html(In(CeilingState.Active), "x", "y", "Jeugdhulpregio Drenthe")).Rule.Code);
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(0, false)]
    public void A_client_stop_announced_too_late_is_flagged(int noticeDays, bool late)
    {
        var stop = ClientStop.Record(
            Guid.NewGuid(), Guid.NewGuid(), productId: null, "Assen", ClientStopDeclarer.Provider, Today, new Validity(Today.AddDays(7), null), "wachtlijst", noticeDays, Now);

        Assert.Equal(late, stop.AnnouncedLate);
        Assert.Equal("CLIENT_STOP_END", Assert.Throws<DomainException>(() => stop.Lift(Today)).Rule.Code);
        stop.Lift(Today.AddDays(30));
        Assert.Equal("CLIENT_STOP_LIFTED", Assert.Throws<DomainException>(() => stop.Lift(Today.AddDays(31))).Rule.Code);
    }

    private static Ceiling In(CeilingState state)
    {
        var ceiling = Ceiling.Intend(
            Guid.CreateVersion7(), (Guid.CreateVersion7(), Guid.CreateVersion7()), new Validity(new DateOnly(2026, 1, 1), AfterEnd), 1_000_00, new CeilingClocks(70, 28, 14), "crisis", (Today, Now));
        if (state >= CeilingState.Viewed)
            ceiling.RecordView("akkoord", Today);
        if (state >= CeilingState.Active)
            ceiling.Decide(Guid.CreateVersion7(), "passend", Today, Now);
        if (state is CeilingState.Warned or CeilingState.Met)
            ceiling.Count(700_00, 0, Today);
        if (state == CeilingState.Met)
            ceiling.RecordMeeting(Today, Today);
        if (state == CeilingState.Reached)
            ceiling.Count(1_000_00, 0, Today);
        if (state == CeilingState.Closed)
            ceiling.Close(AfterEnd);
        Assert.Equal(state, ceiling.State);
        return ceiling;
    }
}
