using System.Globalization;
using Regio.Municipalities.HourClaims;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Tests.HourClaims;

public sealed class HourClaimTests
{
    private static readonly HourRate[] Rates = [Rate(80_00, "2019-01-01"), Rate(85_50, "2023-01-01")];

    [Theory]
    [InlineData("2022-12-31", 60, 80_00)]
    [InlineData("2023-01-01", 60, 85_50)]
    [InlineData("2020-05-01", 90, 120_00)]
    [InlineData("2023-05-01", 1, 1_43)]
    public void Hours_are_claimed_at_the_rate_of_their_day(string day, int minutes, long cents) =>
        Assert.Equal(cents, Claim("envedder", day, minutes).AmountCents);

    [Theory]
    [InlineData("abo", "2022-01-01")]
    [InlineData("envedder", "2018-12-31")]
    public void Hours_for_work_without_a_rate_are_not_claimed(string work, string day) =>
        Assert.Equal(HourClaimRules.NotClaimable, Assert.Throws<DomainException>(() => Claim(work, day, 60)).Rule);

    [Fact]
    public void A_claim_is_taken_back_once()
    {
        var claim = Claim("envedder", "2022-01-01", 60);
        claim.Cancel("Dubbel gedeclareerd");

        Assert.Equal(HourClaimRules.Cancelled, Assert.Throws<DomainException>(() => claim.Cancel("Nog eens")).Rule);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    private static HourRate Rate(long cents, string from) => new() { Work = "envedder", RateCents = cents, StartsOn = Day(from), Source = new Source("Afspraak", ""), Remark = "" };

    private static HourClaim Claim(string work, string day, int minutes) =>
        HourClaim.Record(Guid.CreateVersion7(), new WorkedHours("GM0106", "projectleider", work, Day(day), minutes), Rates, "test", DateTimeOffset.UnixEpoch);
}
