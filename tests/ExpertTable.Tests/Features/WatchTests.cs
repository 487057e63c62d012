using Grpc.Core;
using Grpc.Net.Client;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.ExpertTable.Tests.Features;

public sealed class WatchTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_watch_shows_what_its_caller_sees_without_texts_and_logs_it_first()
    {
        using var watch = await WatchAsync(host.Assen);

        await host.CaseInAsync(CaseState.Registered, "GM0114");
        var own = await host.CaseInAsync(CaseState.Registered);

        var shown = await NextAsync(watch);
        Assert.Equal((own.Id, CaseState.Registered, ""), (shown.Id, shown.State, shown.Question));
        var read = Assert.Single((await host.Officer.ListCaseReadsAsync(new() { Id = own.Id })).Reads);
        Assert.Equal(("WatchCases", ReadPurpose.Overview, Roles.PolicyAdviser), (read.Method, read.Purpose, read.Role));

        await host.Chair.TriageCaseAsync(Requests.Accept(own.Id));
        Assert.Equal(CaseState.Accepted, (await NextAsync(watch)).State);
    }

    [Fact]
    public async Task A_member_of_the_table_hears_of_a_case_once_it_is_on_the_agenda()
    {
        using var watch = await WatchAsync(host.Member);

        var scheduled = await host.CaseInAsync(CaseState.Scheduled);

        var shown = await NextAsync(watch);
        Assert.Equal((scheduled.Id, CaseState.Scheduled), (shown.Id, shown.State));
    }

    [Fact]
    public async Task A_change_at_one_replica_is_seen_at_another_and_a_stopping_one_sends_its_watchers_away()
    {
        var other = await host.StartAsync();
        // A channel of its own: those of the host are closed before it stops.
        using var channel = GrpcChannel.ForAddress(other.GrpcAddress);
        var headers = new Metadata { { "authorization", $"Bearer {TestTokens.For(Roles.TableChair)}" } };
        using var watch = new CaseService.CaseServiceClient(channel).WatchCases(new(), headers);
        await watch.ResponseHeadersAsync.WaitAsync(Patience);

        var file = await host.CaseInAsync(CaseState.Registered);
        Assert.Equal(file.Id, (await NextAsync(watch)).Id);

        var next = watch.ResponseStream.MoveNext(CancellationToken.None);
        var stopping = other.DisposeAsync();
        var ended = await Assert.ThrowsAsync<RpcException>(() => next.WaitAsync(Patience));
        Assert.Equal((StatusCode.Unavailable, "SERVICE_STOPPING"), (ended.StatusCode, ended.Reason()));
        await stopping;
    }

    [Fact]
    public async Task A_watch_that_may_have_missed_something_ends_and_can_be_begun_again()
    {
        using var watch = await WatchAsync(host.Chair);
        var next = watch.ResponseStream.MoveNext(CancellationToken.None);

        await host.Database.ExecuteAsync("select pg_terminate_backend(pid) from pg_stat_activity where query = 'LISTEN case_changed' and datname = current_database()");

        var ended = await Assert.ThrowsAsync<RpcException>(() => next.WaitAsync(Patience));
        Assert.Equal((StatusCode.Unavailable, "WATCH_INTERRUPTED"), (ended.StatusCode, ended.Reason()));
        using var again = await WatchAsync(host.Chair);
        var file = await host.CaseInAsync(CaseState.Registered);
        Assert.Equal(file.Id, (await NextAsync(again)).Id);
    }

    private static async Task<AsyncServerStreamingCall<WatchCasesResponse>> WatchAsync(CaseService.CaseServiceClient client)
    {
        var call = client.WatchCases(new());
        await call.ResponseHeadersAsync.WaitAsync(Patience);
        return call;
    }

    private static async Task<Case> NextAsync(AsyncServerStreamingCall<WatchCasesResponse> watch)
    {
        Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None).WaitAsync(Patience));
        return watch.ResponseStream.Current.Case;
    }
}
