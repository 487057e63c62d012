using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Persistence;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Persistence;

public sealed class IdempotencyTests(TestServers servers) : PersistenceTest(servers)
{
    [Fact]
    public async Task The_same_request_again_has_no_second_effect_and_the_same_answer()
    {
        var first = await CountAsync("id-1", "a");
        var second = await CountAsync("id-1", "a");

        Assert.Equal(1, first.Value);
        Assert.Equal(first, second);
        Assert.Equal(1, await Database.ScalarAsync<long>("select version from counter"));
        Assert.Equal(1, await Database.ScalarAsync<long>("select count(*) from outbox_message"));
    }

    [Fact]
    public async Task Many_at_the_same_time_have_one_effect_and_one_answer()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => CountAsync("id-1", "a")));

        Assert.All(answers, answer => Assert.Equal(1, answer.Value));
        Assert.Equal(1, await Database.ScalarAsync<long>("select version from counter"));
        Assert.Equal(1, await Database.ScalarAsync<long>("select count(*) from outbox_message"));
    }

    [Fact]
    public async Task The_same_id_with_another_content_is_refused()
    {
        await CountAsync("id-1", "a");

        var refusal = await Assert.ThrowsAsync<DomainException>(() => CountAsync("id-1", "b"));

        Assert.Equal(("REQUEST_ID_REUSED", RuleKind.Invalid, "request_id"), (refusal.Rule.Code, refusal.Rule.Kind, refusal.Field));
        Assert.Equal(0, await Database.ScalarAsync<long>("select count(*) from counter where counter_id = 'b'"));
    }

    [Fact]
    public async Task Another_caller_may_use_the_same_id()
    {
        await CountAsync("id-1", "a");
        await CountAsync("id-1", "b", caller: "somebody else");

        Assert.Equal(2, await Database.ScalarAsync<long>("select count(*) from counter"));
    }

    [Fact]
    public async Task A_request_that_failed_may_be_tried_again()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => CountAsync("id-1", "a", fail: true));
        var answer = await CountAsync("id-1", "a");

        Assert.Equal(1, answer.Value);
        Assert.Equal(1, await Database.ScalarAsync<long>("select count(*) from outbox_message"));
    }

    [Fact]
    public async Task A_duplicate_waits_for_the_first_and_runs_when_that_gives_up()
    {
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = RunAsync("id-1", "a", async (_, _) =>
        {
            entered.SetResult();
            await release.Task;
            throw new InvalidOperationException("Gives up.");
        });
        await entered.Task;
        var second = CountAsync("id-1", "a");
        await Eventually.Is("the second waits in the database", 1, () => Database.ScalarAsync<long>(
            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"));
        Assert.False(second.IsCompleted);

        release.SetResult();

        await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        Assert.Equal(1, (await second).Value);
    }

    [Fact]
    public async Task Whoever_comes_second_leaves_neither_message_nor_answer_behind()
    {
        await CountAsync("id-1", "a");

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => RunAsync("id-2", "a", async (db, ct) =>
        {
            var row = await db.Counters.SingleAsync(ct);
            row.Version++;
            db.Publish(new Messaging.Counted { CounterId = "a", AggregateVersion = row.Version }, "a");
            await Database.ExecuteAsync("update counter set version = 7 where counter_id = 'a'");
            return new Int64Value { Value = row.Version };
        }));

        Assert.Equal(7, await Database.ScalarAsync<long>("select version from counter"));
        Assert.Equal(1, await Database.ScalarAsync<long>("select count(*) from outbox_message"));
        Assert.Equal(1, await Database.ScalarAsync<long>("select count(*) from idempotency_record"));
    }

    [Fact]
    public async Task Without_an_id_each_request_has_its_effect()
    {
        await CountAsync("", "a");
        var answer = await CountAsync("", "a");

        Assert.Equal(2, answer.Value);
        Assert.Equal(0, await Database.ScalarAsync<long>("select count(*) from idempotency_record"));
    }

    private Task<Int64Value> CountAsync(string id, string counter, string caller = "somebody", bool fail = false) =>
        RunAsync(id, counter, async (db, ct) =>
        {
            var row = await db.Counters.SingleOrDefaultAsync(candidate => candidate.CounterId == counter, ct);
            if (row is null)
                db.Counters.Add(row = new Counter { CounterId = counter });
            row.Version++;
            db.Publish(new Messaging.Counted { CounterId = counter, AggregateVersion = row.Version }, counter);
            return fail ? throw new InvalidOperationException("Fails.") : new Int64Value { Value = row.Version };
        }, caller);

    private async Task<Int64Value> RunAsync(
        string id, string request, Func<TestDbContext, CancellationToken, Task<Int64Value>> effect, string caller = "somebody")
    {
        await using var scope = Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TestDbContext>();
        return await scope.ServiceProvider.GetRequiredService<IdempotentRequests<TestDbContext>>().RunAsync(
            "regio.test.v1.CounterService/Count", caller, id, new StringValue { Value = request }, ct => effect(db, ct), TestContext.Current.CancellationToken);
    }
}
