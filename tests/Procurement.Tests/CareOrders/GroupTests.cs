using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Regio.CareMessages;
using Regio.Procurement.Contracts;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.Testing;
using static Regio.Procurement.Tests.CareOrders.CareFiles;
using static Regio.Procurement.Tests.CareOrders.CareLetters;

namespace Regio.Procurement.Tests.CareOrders;

/// <summary>Messages that arrive at the same time. On a database of its own: rows are counted.</summary>
public sealed class GroupTests(ProcurementHost host) : IClassFixture<ProcurementHost>
{
    private const int Many = 24;
    private const string Events = "select body::jsonb as e, traceparent from outbox_message where message_type like '%CareMessageReceived%'";

    private readonly CareFiles _files = new(host);

    private Task<long> WaitingAsync() => host.Database.ScalarAsync<long>(
        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and state = 'active'");

    [Fact]
    public async Task Messages_that_arrive_at_once_share_transactions_and_each_has_its_own_answer_and_event()
    {
        var agb = host.NewAgbCode();
        var letters = Enumerable.Range(0, Many).Select(index => new CareLetters(agb, Numbers(1000 + index))).ToList();
        var numbers = letters.ConvertAll(_ => NewAssignment());

        var assigned = await AtOnceAsync(letters.Zip(numbers, (letter, number) => letter.Assign(Assigned(number))));
        var started = await AtOnceAsync(letters.Zip(numbers, (letter, number) => letter.Start(number, FirstDay)));

        Assert.All([.. assigned, .. started], answer => Assert.Equal((CareMessageOutcome.Taken, false), (answer.Message.Outcome, answer.KnownAlready)));
        string[] ids = [.. assigned.Concat(started).Select(answer => answer.Message.Id)];
        Assert.Equal(2 * Many, ids.Distinct().Count());
        var own = $"m.id in ({string.Join(',', ids.Select(id => $"'{id}'"))})";
        Assert.InRange(await host.Database.ScalarAsync<long>($"select count(distinct m.xmin::text) from care_message m where {own}"), 2, Many);
        // One event of each, under the trace of the call that brought it.
        Assert.Equal(2 * Many, await host.Database.ScalarAsync<long>($"select count(distinct split_part(traceparent, '-', 2)) from ({Events}) told join care_message m on m.id::text = e->>'careMessageId' where {own}"));
        Assert.Equal(Many, await host.Database.ScalarAsync<long>($"select count(*) from care_trajectory t join care_assignment a on a.id = t.id where a.provider_agb_code = '{agb}' and t.started_on = '2026-01-05'"));
        foreach (var id in ids)
        {
            using var answer = new MemoryStream(await _files.AnswerAsync(id));
            Assert.Empty(MessageValidator.Validate(answer).Findings);
        }
    }

    [Fact]
    public async Task What_is_refused_among_many_leaves_nothing_and_holds_nobody_up()
    {
        var agb = host.NewAgbCode();
        var letters = Enumerable.Range(0, Many).Select(index => new CareLetters(agb, Numbers(2000 + index))).ToList();
        var numbers = letters.ConvertAll(_ => NewAssignment());
        await AtOnceAsync(letters.Zip(numbers, (letter, number) => letter.Assign(Assigned(number))));
        await AtOnceAsync(letters.Zip(numbers, (letter, number) => letter.Start(number, FirstDay)));

        // Each third one stops what was never started: its first stop in the message is right, and counts no more than the second.
        var stopped = await AtOnceAsync(letters.Zip(numbers, (letter, number) => letter.Stops(
            numbers.IndexOf(number) % 3 == 0
                ? [Stopped(number, FirstDay, new DateOnly(2026, 3, 31)), Stopped(number, FirstDay.AddDays(1), new DateOnly(2026, 4, 30))]
                : [Stopped(number, FirstDay, new DateOnly(2026, 3, 31))])));

        Assert.All(stopped.Index(), each => Assert.Equal(each.Index % 3 == 0 ? CareMessageOutcome.Refused : CareMessageOutcome.Taken, each.Item.Message.Outcome));
        Assert.Equal(
            Many - (Many / 3),
            await host.Database.ScalarAsync<long>($"select count(*) from care_stop s join care_delivery d on d.id = s.delivery_id join care_assignment a on a.id = d.assignment_id where a.provider_agb_code = '{agb}'"));
        Assert.Equal(Many / 3, await host.Database.ScalarAsync<long>($"select count(*) from care_trajectory t join care_assignment a on a.id = t.id where a.provider_agb_code = '{agb}' and t.ended_on is null"));
    }

    [Fact]
    public async Task A_message_that_nobody_waits_for_any_more_does_not_go_on_in_the_database()
    {
        var rows = await _files.RowsAsync();
        var file = Bytes(CareFiles.Start(host.NewAgbCode(), bsn: Numbers(4000)));
        await using (var locking = new NpgsqlConnection(host.Database.ConnectionString))
        {
            await locking.OpenAsync();
            await using var transaction = await locking.BeginTransactionAsync();
            await using var command = new NpgsqlCommand("lock table care_message in access exclusive mode", locking);
            await command.ExecuteNonQueryAsync();
            using var gaveUp = new CancellationTokenSource();
            using var call = _files.Region.DeliverCareMessage(cancellationToken: gaveUp.Token);
            await call.RequestStream.WriteAsync(new() { Header = new() { Sha256 = Sha256(file) }, Chunk = ByteString.CopyFrom(file) });
            await call.RequestStream.CompleteAsync();
            await Eventually.Is("the message waits in the database", 1L, WaitingAsync);

            await gaveUp.CancelAsync();

            await Eventually.Is("nothing waits in the database", 0L, WaitingAsync, TimeSpan.FromSeconds(20));
        }

        Assert.Equal(rows, await _files.RowsAsync());
        var again = await _files.DeliverAsync(file);
        Assert.Equal((CareMessageOutcome.Taken, false), (again.Message.Outcome, again.KnownAlready));
    }

    [Fact]
    public async Task What_municipalities_said_of_a_message_is_not_asked_again_when_it_is_forgotten_before_its_turn()
    {
        var file = new CareLetters(host.NewAgbCode(), Numbers(5000)).Assign(Assigned(NewAssignment()));
        var forgetting = host.Host.Services.GetRequiredService<MembershipMemory>();
        DeliverCareMessageResponse answer;
        await using (var locking = new NpgsqlConnection(host.Database.ConnectionString))
        {
            await locking.OpenAsync();
            await using var transaction = await locking.BeginTransactionAsync();
            await using var command = new NpgsqlCommand("lock table care_message in access exclusive mode", locking);
            await command.ExecuteNonQueryAsync();
            var delivery = _files.DeliverAsync(file);
            await Eventually.Is("the message waits in the database", 1L, WaitingAsync);

            // It holds so many answers, and forgets all of them when there are more.
            for (var number = 0; number <= MembershipMemory.Most; number++)
                forgetting.Keep(($"of another {number}", FirstDay), []);
            await transaction.RollbackAsync();
            answer = await delivery;
        }

        Assert.Equal(CareMessageOutcome.Taken, answer.Message.Outcome);
        Assert.DoesNotContain(host.Host.Logs.All, line => line.Text.Contains("judged one by one", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_of_whom_many_providers_tell_at_once_for_the_first_time_is_one_client()
    {
        var before = await host.Database.ScalarAsync<long>("select count(*) from care_client");
        var files = Enumerable.Range(0, 12).Select(_ => Bytes(CareFiles.Start(host.NewAgbCode(), bsn: Numbers(3000))));

        var answers = await AtOnceAsync(files);

        Assert.All(answers, answer => Assert.Equal(CareMessageOutcome.Taken, answer.Message.Outcome));
        Assert.Equal(before + 1, await host.Database.ScalarAsync<long>("select count(*) from care_client"));
    }

    [Fact]
    public async Task Of_assignments_with_one_number_for_several_clients_at_once_one_is_taken()
    {
        var (agb, number) = (host.NewAgbCode(), NewAssignment());

        var answers = await AtOnceAsync(Enumerable.Range(0, 8).Select(index => new CareLetters(agb, Numbers(4000 + index)).Assign(Assigned(number))));

        Assert.Single(answers, answer => answer.Message.Outcome == CareMessageOutcome.Taken);
        Assert.All(answers.Where(answer => answer.Message.Outcome != CareMessageOutcome.Taken), answer => Assert.Equal("TR332", Assert.Single(answer.Findings).Rule));
    }

    private Task<DeliverCareMessageResponse[]> AtOnceAsync(IEnumerable<byte[]> files) => Task.WhenAll(files.Select(file => _files.DeliverAsync(file)));
}
