using Google.Rpc;
using Grpc.Core;
using Regio.Common.V1;
using Regio.Municipalities.V1;

namespace Regio.Municipalities.Tests.Features;

/// <summary>What each rpc refuses, with which code, reason and field.</summary>
public sealed class RefusalTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    private static readonly Date Early = new() { Year = 1899, Month = 12, Day = 31 };
    private static readonly Date Late = new() { Year = 2101, Month = 1, Day = 1 };
    private static readonly Date Unreal = new() { Year = 2026, Month = 2, Day = 30 };
    private static readonly Date Partial = new() { Year = 2026 };

    public static TheoryData<string, string, string, string> Table() => new()
    {
        { "get municipality without id", "InvalidArgument", "INVALID_REQUEST", "id" },
        { "get municipality of another form", "InvalidArgument", "INVALID_REQUEST", "id" },
        { "get municipality too early", "InvalidArgument", "INVALID_REQUEST", "as_of" },
        { "get unknown municipality", "NotFound", "MUNICIPALITY_UNKNOWN", "id" },
        { "list municipalities of unknown region", "NotFound", "REGION_UNKNOWN", "region_id" },
        { "list municipalities of a region that is none", "InvalidArgument", "INVALID_REQUEST", "region_id" },
        { "list municipalities with negative size", "InvalidArgument", "INVALID_REQUEST", "page_size" },
        { "list municipalities with a damaged token", "InvalidArgument", "PAGE_TOKEN_INVALID", "page_token" },
        { "list regions too late", "InvalidArgument", "INVALID_REQUEST", "as_of" },
        { "list memberships on a day that is none", "InvalidArgument", "INVALID_REQUEST", "as_of" },
        { "list memberships of unknown municipality", "NotFound", "MUNICIPALITY_UNKNOWN", "municipality_id" },
        { "list memberships of unknown region", "NotFound", "REGION_UNKNOWN", "region_id" },
        { "list memberships of a region that is none", "InvalidArgument", "INVALID_REQUEST", "region_id" },
        { "key before it existed", "NotFound", "ALLOCATION_KEY_UNKNOWN", "purpose" },
        { "key of unknown purpose", "NotFound", "ALLOCATION_KEY_UNKNOWN", "purpose" },
        { "key of a purpose that is none", "InvalidArgument", "INVALID_REQUEST", "purpose" },
        { "preview below zero", "InvalidArgument", "INVALID_REQUEST", "amount_cents" },
        { "preview with a partial day", "InvalidArgument", "INVALID_REQUEST", "as_of" },
        { "preview with a municipality twice", "InvalidArgument", "INVALID_REQUEST", "municipality_ids[2]" },
        { "preview with a malformed municipality", "InvalidArgument", "INVALID_REQUEST", "municipality_ids[1]" },
        { "preview with too many municipalities", "InvalidArgument", "INVALID_REQUEST", "municipality_ids" },
        { "preview with an unknown municipality", "NotFound", "MUNICIPALITY_UNKNOWN", "municipality_ids[1]" },
        { "allocate nothing", "InvalidArgument", "INVALID_REQUEST", "amount_cents" },
        { "allocate below zero", "InvalidArgument", "INVALID_REQUEST", "amount_cents" },
        { "allocate without subject", "InvalidArgument", "INVALID_REQUEST", "subject" },
        { "allocate with blank subject", "InvalidArgument", "INVALID_REQUEST", "subject" },
        { "allocate with long subject", "InvalidArgument", "INVALID_REQUEST", "subject" },
        { "allocate with a line break", "InvalidArgument", "INVALID_REQUEST", "subject" },
        { "allocate with turned text", "InvalidArgument", "INVALID_REQUEST", "subject" },
        { "allocate without request id", "InvalidArgument", "INVALID_REQUEST", "request_id" },
        { "allocate with another request id", "InvalidArgument", "INVALID_REQUEST", "request_id" },
        { "allocate before the key existed", "NotFound", "ALLOCATION_KEY_UNKNOWN", "purpose" },
        { "allocate over an unknown municipality", "NotFound", "MUNICIPALITY_UNKNOWN", "municipality_ids[0]" },
        { "get allocation of another form", "InvalidArgument", "INVALID_REQUEST", "id" },
        { "get unknown allocation", "NotFound", "COST_ALLOCATION_UNKNOWN", "id" },
        { "list allocations with a token of another query", "InvalidArgument", "PAGE_TOKEN_INVALID", "page_token" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_wrong_request_is_refused_with_code_reason_and_field(string what, string code, string reason, string field)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(() => CallAsync(what));

        var status = refused.GetRpcStatus()!;
        Assert.Equal(code, refused.StatusCode.ToString());
        Assert.Equal(reason, status.GetDetail<ErrorInfo>()!.Reason);
        Assert.Equal("regio", status.GetDetail<ErrorInfo>()!.Domain);
        Assert.Contains(field, status.GetDetail<BadRequest>()!.FieldViolations.Select(v => v.Field));
    }

    [Fact]
    public async Task A_day_out_of_range_is_answered_with_what_is_allowed()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(() => CallAsync("list regions too late"));

        var violation = Assert.Single(refused.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations);
        Assert.Contains("1900-01-01 to 2100-12-31", violation.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_municipality_is_named_in_the_metadata()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(() => CallAsync("preview with an unknown municipality"));

        Assert.Equal("GM9999", refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Metadata["municipality_id"]);
    }

    [Fact]
    public async Task All_wrong_fields_are_named_at_once()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await host.Costs.AllocateCostAsync(new()));

        var fields = refused.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Select(v => v.Field).Distinct().Order();
        Assert.Equal(["amount_cents", "request_id", "subject"], fields);
    }

    private async Task CallAsync(string what)
    {
        var (register, costs) = (host.Register, host.Costs);
        Func<Task> call = what switch
        {
            "get municipality without id" => async () => await register.GetMunicipalityAsync(new()),
            "get municipality of another form" => async () => await register.GetMunicipalityAsync(new() { Id = "Emmen" }),
            "get municipality too early" => async () => await register.GetMunicipalityAsync(new() { Id = "GM0114", AsOf = Early }),
            "get unknown municipality" => async () => await register.GetMunicipalityAsync(new() { Id = "GM9999" }),
            "list municipalities of unknown region" => async () => await register.ListMunicipalitiesAsync(new() { RegionId = "XX" }),
            "list municipalities of a region that is none" => async () => await register.ListMunicipalitiesAsync(new() { RegionId = new string('Z', 41) }),
            "list municipalities with negative size" => async () => await register.ListMunicipalitiesAsync(new() { PageSize = -1 }),
            "list municipalities with a damaged token" => async () => await register.ListMunicipalitiesAsync(new() { PageToken = "abc" }),
            "list regions too late" => async () => await register.ListRegionsAsync(new() { AsOf = Late }),
            "list memberships on a day that is none" => async () => await register.ListMembershipsAsync(new() { AsOf = Unreal }),
            "list memberships of unknown municipality" => async () => await register.ListMembershipsAsync(new() { MunicipalityId = "GM9999" }),
            "list memberships of unknown region" => async () => await register.ListMembershipsAsync(new() { RegionId = "XX" }),
            "list memberships of a region that is none" => async () => await register.ListMembershipsAsync(new() { RegionId = "zd\n" }),
            "key before it existed" => async () => await costs.GetAllocationKeyAsync(new() { AsOf = new Date { Year = 2018, Month = 12, Day = 31 } }),
            "key of unknown purpose" => async () => await costs.GetAllocationKeyAsync(new() { Purpose = "wmo" }),
            "key of a purpose that is none" => async () => await costs.GetAllocationKeyAsync(new() { Purpose = "JHRD'" }),
            "preview below zero" => async () => await costs.PreviewAllocationAsync(new() { AmountCents = -1 }),
            "preview with a partial day" => async () => await costs.PreviewAllocationAsync(new() { AsOf = Partial }),
            "preview with a municipality twice" => () => PreviewAsync("GM0114", "GM0106", "GM0114"),
            "preview with a malformed municipality" => () => PreviewAsync("GM0114", "GM1"),
            "preview with too many municipalities" => () => PreviewAsync([.. Enumerable.Range(0, 501).Select(i => $"GM{i:0000}")]),
            "preview with an unknown municipality" => () => PreviewAsync("GM0114", "GM9999"),
            "allocate nothing" => () => AllocateAsync(r => r.AmountCents = 0),
            "allocate below zero" => () => AllocateAsync(r => r.AmountCents = -1),
            "allocate without subject" => () => AllocateAsync(r => r.Subject = ""),
            "allocate with blank subject" => () => AllocateAsync(r => r.Subject = "   "),
            "allocate with long subject" => () => AllocateAsync(r => r.Subject = new string('a', 121)),
            "allocate with a line break" => () => AllocateAsync(r => r.Subject = "een\ntwee"),
            "allocate with turned text" => () => AllocateAsync(r => r.Subject = "een\u202Etwee"),
            "allocate without request id" => () => AllocateAsync(r => r.RequestId = ""),
            "allocate with another request id" => () => AllocateAsync(r => r.RequestId = "1234"),
            "allocate before the key existed" => () => AllocateAsync(r => r.AsOf = new Date { Year = 2018, Month = 12, Day = 31 }),
            "allocate over an unknown municipality" => () => AllocateAsync(r => r.MunicipalityIds.Add("GM9999")),
            "get allocation of another form" => async () => await costs.GetCostAllocationAsync(new() { Id = "1" }),
            "get unknown allocation" => async () => await costs.GetCostAllocationAsync(new() { Id = Guid.CreateVersion7().ToString() }),
            "list allocations with a token of another query" => TokenOfAnotherQueryAsync,
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "No such call."),
        };
        await call();
    }

    private async Task PreviewAsync(params string[] municipalities) =>
        await host.Costs.PreviewAllocationAsync(new() { AmountCents = 1, MunicipalityIds = { municipalities } });

    private async Task AllocateAsync(Action<AllocateCostRequest> spoil)
    {
        var request = new AllocateCostRequest { RequestId = Guid.CreateVersion7().ToString(), AmountCents = 1, Subject = "Pleegwijzer" };
        spoil(request);
        await host.Costs.AllocateCostAsync(request);
    }

    private async Task TokenOfAnotherQueryAsync()
    {
        await AllocateAsync(_ => { });
        await AllocateAsync(_ => { });
        var first = await host.Costs.ListCostAllocationsAsync(new() { PageSize = 1 });
        await host.Costs.ListCostAllocationsAsync(new() { PageSize = 1, Purpose = "jhrd", PageToken = first.NextPageToken });
    }
}
