using System.Globalization;
using Regio.Municipalities.Agreements;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Tests.Agreements;

public sealed class AgreementTests
{
    private static readonly string Hash = new('a', 64);

    [Fact]
    public void An_open_ended_agreement_stays_in_force_and_gives_no_alert()
    {
        var agreement = InForce(until: null);

        Assert.Equal(AgreementState.InForce, agreement.StateOn(Day("2099-01-01")));
        Assert.Empty(agreement.Alerts);
    }

    [Fact]
    public void An_agreement_warns_before_its_end_and_before_the_last_day_of_notice()
    {
        var agreement = InForce("2023-01-01", noticeMonths: 6);

        Assert.Equal(
            [(AgreementAlertKind.End, Day("2022-12-31"), Day("2022-07-04")), (AgreementAlertKind.Notice, Day("2022-06-30"), Day("2022-01-01"))],
            agreement.Alerts.Select(a => (a.Kind, a.DueOn, a.ShownFrom)));
        Assert.Equal(AgreementState.InForce, agreement.StateOn(Day("2022-12-31")));
        Assert.Equal(AgreementState.Expired, agreement.StateOn(Day("2023-01-01")));
    }

    [Fact]
    public void An_addendum_moves_the_end_and_its_alert()
    {
        var agreement = InForce("2023-01-01");

        agreement.AddAddendum(Addendum("2022-06-01", newEnd: "2025-01-01"), Day("2022-06-01"));

        Assert.Equal(AgreementState.InForce, agreement.StateOn(Day("2024-12-31")));
        Assert.Equal(Day("2024-12-31"), Assert.Single(agreement.Alerts).DueOn);
        Assert.Equal(1, Assert.Single(agreement.Addenda).Number);
    }

    [Fact]
    public void A_notice_shorter_than_agreed_is_recorded_and_shown()
    {
        var agreement = InForce(until: null, noticeMonths: 12);

        agreement.Terminate(Day("2022-03-01"), Day("2023-01-01"), "Overgang naar een regeling", Day("2022-03-01"));

        Assert.True(agreement.NoticeTooShort);
        Assert.Equal(AgreementState.InForce, agreement.StateOn(Day("2022-12-31")));
        Assert.Equal(AgreementState.Terminated, agreement.StateOn(Day("2023-01-01")));
        Assert.Equal([AgreementAlertKind.End], agreement.Alerts.Select(a => a.Kind));
    }

    [Fact]
    public void What_is_no_longer_in_force_is_not_amended_or_terminated()
    {
        var draft = Agreement.Draft(Guid.CreateVersion7(), Facts(0));
        Assert.Equal(AgreementRules.StateForbids, Refused(() => draft.AddAddendum(Addendum("2022-01-01"), Day("2022-01-01"))));

        var ended = InForce("2023-01-01");
        Assert.Equal(AgreementRules.StateForbids, Refused(() => ended.AddAddendum(Addendum("2022-01-01"), Day("2023-01-01"))));
        Assert.Equal(AgreementRules.Ended, Refused(() => ended.AddAddendum(Addendum("2023-06-01"), Day("2022-06-01"))));
        Assert.Equal(AgreementRules.Ended, Refused(() => ended.Terminate(Day("2022-06-01"), Day("2024-01-01"), "te laat", Day("2022-06-01"))));
        Assert.Equal(AgreementRules.StateForbids, Refused(() => ended.BringIntoForce(Day("2022-06-01"), new Validity(Day("2022-06-01"), null), Hash, Day("2022-06-01"))));
    }

    [Fact]
    public void An_obligation_is_owed_until_it_is_met()
    {
        var agreement = InForce(until: null);
        agreement.AddObligation("Jaarverslag aan de raden", "GM0118:executive", Day("2022-04-30"));
        Assert.Equal((AgreementAlertKind.Obligation, 1), Assert.Single(agreement.Alerts.Select(a => (a.Kind, a.ObligationNumber))));

        agreement.FulfilObligation(1, Day("2022-04-20"), "Verstuurd");

        Assert.Empty(agreement.Alerts);
        Assert.Equal(AgreementRules.ObligationDone, Refused(() => agreement.FulfilObligation(1, Day("2022-04-21"), "Nog eens")));
        Assert.Equal(AgreementRules.ObligationUnknown, Refused(() => agreement.FulfilObligation(2, Day("2022-04-21"), "Onbekend")));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    private static Rule Refused(Action act) => Assert.Throws<DomainException>(act).Rule;

    private static Addendum Addendum(string from, string? newEnd = null) => new()
    {
        Number = 0, Subject = "Verlenging", SignedOn = Day(from), StartsOn = Day(from), NewEndOn = newEnd is null ? null : Day(newEnd), ContentHash = Hash,
    };

    private static AgreementFacts Facts(int noticeMonths) => new()
    {
        RegionId = "JHRD",
        Kind = AgreementKind.Cooperation,
        Subject = "Samenwerkingsovereenkomst",
        MunicipalityIds = ["GM0106", "GM0114"],
        OtherParties = [],
        NoticeMonths = noticeMonths,
        AlertDays = 0,
        Source = new Source("Overeenkomst", ""),
    };

    private static Agreement InForce(string? until, int noticeMonths = 0)
    {
        var agreement = Agreement.Draft(Guid.CreateVersion7(), Facts(noticeMonths));
        agreement.BringIntoForce(Day("2019-01-01"), new Validity(Day("2019-01-01"), until is null ? null : Day(until)), Hash, Day("2019-01-01"));
        return agreement;
    }
}
