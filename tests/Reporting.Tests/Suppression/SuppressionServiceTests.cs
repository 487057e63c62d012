using Grpc.Core;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Reporting.Tests.Suppression;

public sealed class SuppressionServiceTests(ReportingHost host) : IClassFixture<ReportingHost>
{
    private SuppressionService.SuppressionServiceClient Policies => new(host.Host.Invoker(TestTokens.For(Roles.PrivacyOfficer)));

    [Fact]
    public async Task An_adopted_policy_follows_the_one_that_came_with_the_service()
    {
        await Policies.AdoptSuppressionPolicyAsync(Request(Audience.Municipality, 10, 2090));

        var policies = (await Policies.ListSuppressionPoliciesAsync(new())).Policies.Where(p => p.Audience == Audience.Municipality).ToList();

        Assert.Equal([5, 10], policies.Select(p => p.Threshold));
        Assert.Equal(policies[0].Period.EndDate, policies[1].Period.StartDate);
        Assert.Null(policies[1].Period.EndDate);
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await Policies.AdoptSuppressionPolicyAsync(Request(Audience.Municipality, 10, 2089)));
        Assert.Equal((StatusCode.FailedPrecondition, "LATER_POLICY_EXISTS"), (refused.StatusCode, Refusals.Reason(refused)));
    }

    [Fact]
    public async Task The_database_refuses_two_policies_on_a_day_and_a_public_threshold_that_points_at_children()
    {
        var twice = await Assert.ThrowsAnyAsync<Exception>(() => host.Database.ExecuteAsync(
            "insert into suppression_policy select gen_random_uuid(), audience, threshold, money_percent, daterange('2020-01-01', '2021-01-01'), ground, recorded_at, recorded_by, source_place, source_title from suppression_policy where audience = 'Region'"));
        var low = await Assert.ThrowsAnyAsync<Exception>(() => host.Database.ExecuteAsync("update suppression_policy set threshold = 2 where audience = 'Public'"));

        Assert.Contains("ex_suppression_policy_one_per_day", twice.Message, StringComparison.Ordinal);
        Assert.Contains("ck_suppression_policy_public", low.Message, StringComparison.Ordinal);
    }

    private static AdoptSuppressionPolicyRequest Request(Audience audience, int threshold, int year) => new()
    {
        RequestId = Guid.CreateVersion7().ToString("D"),
        Policy = new()
        {
            Audience = audience,
            Threshold = threshold,
            MoneyPercent = 20,
            Period = new() { StartDate = new() { Year = year, Month = 1, Day = 1 } },
            Ground = "Besluit van de stuurgroep.",
            Source = new() { Title = "Besluitenlijst", Place = "punt 4" },
        },
    };
}
