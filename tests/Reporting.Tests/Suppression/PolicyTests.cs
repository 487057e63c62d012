using Regio.Reporting.Suppression;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Reporting.Tests.Suppression;

public sealed class PolicyTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    [Fact]
    public void A_policy_ends_the_one_before_it()
    {
        var earlier = Policy(new(2015, 1, 1), 5);

        Policy(new(2027, 1, 1), 10).TakePlaceAmong([earlier], Today);

        Assert.Equal(new DateOnly(2027, 1, 1), earlier.Validity.Until);
    }

    [Theory]
    [InlineData(2, 2027, "PUBLIC_THRESHOLD_TOO_LOW")]
    [InlineData(10, 2026, "POLICY_NOT_IN_THE_FUTURE")]
    [InlineData(10, 2028, "LATER_POLICY_EXISTS")]
    public void A_policy_that_would_show_too_much_or_change_the_past_is_refused(int threshold, int year, string reason)
    {
        var later = Policy(new(2028, 6, 1), 8);

        var refused = Assert.Throws<DomainException>(() => Policy(new(year, 1, 1), threshold).TakePlaceAmong([later], Today));

        Assert.Equal(reason, refused.Rule.Code);
        Assert.Null(later.Validity.Until);
    }

    private static SuppressionPolicy Policy(DateOnly from, int threshold) => new()
    {
        Id = Guid.CreateVersion7(),
        Audience = Audience.Public,
        Threshold = threshold,
        MoneyPercent = 20,
        Validity = new Validity(from, until: null),
        Ground = "",
        Source = new Source("", ""),
        RecordedAt = DateTimeOffset.UnixEpoch,
        RecordedBy = "",
    };
}
