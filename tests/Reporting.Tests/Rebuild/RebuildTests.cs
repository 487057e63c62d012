using Google.Rpc;
using Grpc.Core;
using Regio.Reporting.Tests.Projection.Samples;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.Reporting.Tests.Rebuild;

public sealed class RebuildTests(TestServers servers) : IAsyncLifetime
{
    private static readonly Guid First = Guid.CreateVersion7();
    private static readonly Guid Second = Guid.CreateVersion7();

    private readonly Publishers _publishers = new();
    private readonly ReportingHost _host = new(servers);

    private ProjectionService.ProjectionServiceClient Projection => new(_host.Host.Invoker(TestTokens.For(Roles.Operator)));

    public async ValueTask InitializeAsync()
    {
        await _publishers.StartAsync();
        foreach (var service in new[] { "municipalities", "procurement", "experttable" })
            _host.Settings[$"services:{service}:grpc:0"] = _publishers.Address.ToString();
        await _host.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _publishers.DisposeAsync();
    }

    [Fact]
    public async Task A_rebuild_ends_in_the_numbers_that_were_there_also_after_damage()
    {
        await PublishAllAsync();
        var before = await ReadAsync();

        var progress = await RebuildAsync();

        Assert.Equal(before, await ReadAsync());
        Assert.Equal((true, _written), (progress.Done, progress.EventCount));
        await _host.Database.ExecuteAsync(
            """
            update municipality_total set sum_cents = 1;
            delete from contract_line;
            update expert_case set state = 'lost', version = 99;
            update municipality set name = 'Onzin', version = 99 where id = 'GM0106';
            delete from allocation_share;
            update work_item set municipality_id = 'GM0106', version = 99;
            delete from plan_milestone;
            delete from partial_membership;
            insert into expert_case (id, municipality_id, state, version, occurred_at) values (gen_random_uuid(), 'GM0106', 'decided', 1, now());
            """);
        Assert.NotEqual(before, await ReadAsync());
        await RebuildAsync();
        Assert.Equal(before, await ReadAsync());
    }

    [Fact]
    public async Task A_rebuild_ends_in_the_names_that_the_register_gave_last()
    {
        await PublishAllAsync();
        var before = await ProvidersAsync();
        Assert.Contains("Yorneo Drenthe", before, StringComparison.Ordinal);
        await _host.Database.ExecuteAsync(
            """
            update provider set name = 'Onzin', version = 99 where agb_code = '73000001';
            delete from provider where agb_code = '73000002';
            insert into provider (id, agb_code, name, certified_institution, version, occurred_at) values (gen_random_uuid(), '73000003', 'Niemand', false, 1, now());
            """);

        await RebuildAsync();

        Assert.Equal(before, await ProvidersAsync());
    }

    [Fact]
    public async Task Events_that_come_during_a_rebuild_are_neither_lost_nor_counted_twice_and_readers_see_whole_numbers()
    {
        await PublishAllAsync();
        var before = await ReadAsync();
        var late = Drenthe.Allocation(Guid.CreateVersion7(), "tijdens het opbouwen", 1, ("GM0106", 700));
        var both = Drenthe.Allocation(Guid.CreateVersion7(), "in de geschiedenis en op de bus", 1, ("GM0106", 30));
        _publishers.Write(both);
        var midway = true;
        _publishers.BeforePage = async () =>
        {
            if (!midway)
                return;
            midway = false;
            await _host.PublishAsync(late);
            await _host.PublishAsync(both);
            Assert.Equal(before, await ReadAsync());
        };

        await RebuildAsync();

        await Eventually.Is("all is in the monitor", before.AllocationTotal.Count + 2, async () => (await ReadAsync()).AllocationTotal.Count);
        await Eventually.Is("all is handled", (long)_written + 2, () => _host.Database.ScalarAsync<long>("select count(*) from inbox_message"));
        Assert.Equal(
            decimal.Parse(before.AllocationTotal.SumCents, System.Globalization.CultureInfo.InvariantCulture) + 730,
            decimal.Parse((await ReadAsync()).AllocationTotal.SumCents, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_rebuild_that_cannot_be_finished_changes_nothing()
    {
        await PublishAllAsync();
        var before = await ReadAsync();

        _publishers.BeforePage = () => throw new RpcException(new Grpc.Core.Status(StatusCode.Unavailable, "away"));
        var refused = await Assert.ThrowsAsync<RpcException>(RebuildAsync);
        Assert.Equal((StatusCode.Unavailable, "DEPENDENCY_UNAVAILABLE"), (refused.StatusCode, Reason(refused)));
        Assert.Equal(before, await ReadAsync());

        var reached = new TaskCompletionSource();
        _publishers.BeforePage = () =>
        {
            reached.TrySetResult();
            return Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);
        };
        using (var given = Projection.RebuildProjection(new()))
            await reached.Task;
        _publishers.BeforePage = () => Task.CompletedTask;
        Assert.Equal(before, await ReadAsync());
        await Eventually.Holds("the one that was given up is over", async () => await TryAsync() is null);
        Assert.Equal(before, await ReadAsync());
    }

    [Fact]
    public async Task One_rebuild_runs_at_a_time()
    {
        _publishers.Write(Drenthe.Key);
        var reached = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        _publishers.BeforePage = () =>
        {
            reached.TrySetResult();
            return goOn.Task;
        };
        var first = RebuildAsync();
        await reached.Task;

        var refused = await TryAsync();

        Assert.Equal((StatusCode.FailedPrecondition, "REBUILD_RUNNING"), (refused!.StatusCode, Reason(refused)));
        goOn.SetResult();
        Assert.Equal(1, (await first).EventCount);
    }

    private int _written;

    private async Task PublishAllAsync()
    {
        object[] events =
        [
            .. Drenthe.Municipalities,
            Drenthe.Key,
            Drenthe.Whole(First, "eerste"),
            Drenthe.Allocation(Second, "tweede", 1, ("GM0106", 100)),
            Drenthe.Allocation(Second, "tweede, verbeterd", 2, ("GM0106", 300)),
            Care.Signed(First, 2, Care.Line("ZD", 8, 250_00)),
            Care.Signed(Second, 2, Care.Line("NMD", 8, 270_00)),
            Care.Amended(First, 3, Care.Line("ZD", 8, 260_00), Care.Line("ZD", 7, 90_00)),
            Care.Terminated(Second, 3, new DateOnly(2021, 1, 1)),
            ProviderSamples.Of(First, 1, "73000001", "Yorneo"),
            ProviderSamples.Of(First, 2, "73000001", "Yorneo Drenthe"),
            ProviderSamples.Of(Second, 1, "73000002", "Ambiq"),
            Care.Ceiling(First, First, 1, "active", 0),
            Care.Stop(First, 1, new DateOnly(2026, 1, 1), until: null),
            WorkAndPlans.Item(First, 1, "GM0114", dueOn: null),
            WorkAndPlans.Plan(First, 1, WorkAndPlans.Milestone("start", null, null)),
            WorkAndPlans.Memberships("GM0114", 2, WorkAndPlans.Part("NMD", "", "new", new DateOnly(2026, 1, 1))),
            Accounts.FundsAndHours.Claim(First, 1, "GM0114", new DateOnly(2026, 1, 1), 90),
            Accounts.FundsAndHours.Fund(First, 2, "JENN", "jenn", new DateOnly(2026, 1, 1), null, ("granted", new DateOnly(2026, 1, 1), 500_00)),
            .. Care.Case(First, "GM0106", 5),
            .. Care.Case(Second, "GM0114", 3),
        ];
        _written = events.Length;
        _publishers.Write(events);
        foreach (var message in events)
            await _host.PublishAsync(message);
        await Eventually.Is("every event is handled", (long)_written, () => _host.Database.ScalarAsync<long>("select count(*) from inbox_message"));
    }

    // Without the moment at which it was read.
    private async Task<V1.Monitor> ReadAsync()
    {
        var monitor = (await _host.Whole.GetMonitorAsync(new())).Monitor;
        monitor.GenerateTime = null;
        return monitor;
    }

    private Task<string?> ProvidersAsync() => _host.Database.ScalarAsync<string>("select jsonb_agg(p order by id)::text from provider p");

    private async Task<RebuildProjectionResponse> RebuildAsync()
    {
        using var call = Projection.RebuildProjection(new());
        RebuildProjectionResponse? last = null;
        await foreach (var progress in call.ResponseStream.ReadAllAsync())
            last = progress;
        return last!;
    }

    private async Task<RpcException?> TryAsync()
    {
        try
        {
            await RebuildAsync();
            return null;
        }
        catch (RpcException refused)
        {
            return refused;
        }
    }

    private static string Reason(RpcException refused) => refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason;
}
