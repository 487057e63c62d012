using Google.Rpc;
using Grpc.Core;
using Regio.Common.V1;
using Regio.Municipalities.V1;

namespace Regio.Municipalities.Tests.Features;

public sealed class BatchGetMembershipsTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    private static readonly Date In2016 = new() { Year = 2016, Month = 12, Day = 31 };
    private static readonly Date In2017 = new() { Year = 2017, Month = 1, Day = 1 };

    [Fact]
    public async Task Each_key_is_answered_in_its_place_and_on_its_own_day()
    {
        var answer = await AskAsync(
            new MembershipKey { MunicipalityId = "GM0106", AsOf = In2017 },
            new MembershipKey { MunicipalityId = "GM0106", AsOf = In2016 },
            new MembershipKey { RegionId = "ZD", AsOf = In2017 });

        Assert.Equal(["JHRD", "NMD", "PV22"], answer.Results[0].Memberships.Select(m => m.RegionId));
        Assert.Equal(["INKOOP-DRENTHE", "JHRD", "PV22"], answer.Results[1].Memberships.Select(m => m.RegionId));
        Assert.Equal(7, answer.Results[2].Memberships.Count);
        Assert.Equal("ZD", answer.Results[2].Key.RegionId);
    }

    [Fact]
    public async Task What_did_not_exist_that_day_has_none_and_fails_no_other()
    {
        var answer = await AskAsync(
            new MembershipKey { MunicipalityId = "GM9999" },
            new MembershipKey { RegionId = "ZD", AsOf = In2016 },
            new MembershipKey { RegionId = "NMD" });

        Assert.Equal([0, 0, 5], answer.Results.Select(r => r.Memberships.Count));
    }

    [Fact]
    public async Task Five_hundred_keys_are_answered()
    {
        var answer = await AskAsync([.. Enumerable.Repeat(new MembershipKey { MunicipalityId = "GM0114" }, 500)]);

        Assert.Equal(500, answer.Results.Count);
    }

    [Theory]
    [InlineData("no keys", "keys")]
    [InlineData("too many", "keys")]
    [InlineData("no id", "keys[0].municipality_id")]
    [InlineData("two ids", "keys[0].municipality_id")]
    [InlineData("malformed", "keys[0].municipality_id")]
    [InlineData("no day", "keys[0].as_of")]
    public async Task A_wrong_key_is_refused_by_its_place(string what, string field)
    {
        MembershipKey[] keys = what switch
        {
            "no keys" => [],
            "too many" => [.. Enumerable.Repeat(new MembershipKey { MunicipalityId = "GM0114" }, 501)],
            "no id" => [new MembershipKey()],
            "two ids" => [new MembershipKey { MunicipalityId = "GM0114", RegionId = "ZD" }],
            "malformed" => [new MembershipKey { MunicipalityId = "Emmen" }],
            _ => [new MembershipKey { MunicipalityId = "GM0114", AsOf = new Date { Year = 2026, Month = 2, Day = 30 } }],
        };

        var refused = await Assert.ThrowsAsync<RpcException>(() => AskAsync(keys));

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Contains(field, refused.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Select(v => v.Field));
    }

    private async Task<BatchGetMembershipsResponse> AskAsync(params MembershipKey[] keys) =>
        await host.Register.BatchGetMembershipsAsync(
            new BatchGetMembershipsRequest { Keys = { keys } }, cancellationToken: TestContext.Current.CancellationToken);
}
