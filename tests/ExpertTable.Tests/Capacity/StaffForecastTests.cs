using Regio.ExpertTable.Capacity;

namespace Regio.ExpertTable.Tests.Capacity;

/// <summary>Whether care brokers and the hours of chairs do in the next quarter.</summary>
public sealed class StaffForecastTests
{
    [Theory]
    [InlineData(10, 40, 8, 2, 6, 12, 0, 2)]
    [InlineData(10, 40, 9, 2, 6, 13, 1, 3)]
    [InlineData(0, 40, 9, 2, 6, 0, 0, 0)]
    [InlineData(0, 0, 5, 0, 6, 5, 5, 1)]
    [InlineData(12, 12, 0, 1, 6, 12, 6, 2)]
    public void As_many_of_the_cases_to_come_need_a_care_broker_as_of_the_present_ones(
        int brokered, int open, int expected, int brokers, int perBroker, int cases, int without, int needed) =>
        Assert.Equal(new BrokerForecast(cases, brokers * perBroker, without, needed), BrokerForecast.Of(brokered, open, expected, brokers, perBroker));

    [Fact]
    public void Chairs_have_three_months_of_minutes_for_the_open_and_the_expected_cases()
    {
        Assert.Equal(new ChairForecast(Minutes: 1440, Needed: 1200, Short: 0), ChairForecast.Of(perMonth: 480, cases: 10, perCase: 120));
        Assert.Equal(new ChairForecast(Minutes: 1440, Needed: 1560, Short: 120), ChairForecast.Of(perMonth: 480, cases: 13, perCase: 120));
    }
}
