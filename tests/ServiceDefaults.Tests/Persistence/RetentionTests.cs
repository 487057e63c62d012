using Microsoft.Extensions.Options;
using Regio.Testing;

namespace Regio.ServiceDefaults.Tests.Persistence;

public sealed class RetentionTests(TestServers servers) : PersistenceTest(servers)
{
    [Fact]
    public async Task What_was_kept_long_enough_goes_and_a_message_that_waits_or_an_event_stays()
    {
        await Database.ExecuteAsync(
            """
            insert into outbox_message (message_id, lane, partition, message_type, body, created_at, sent_at)
            select gen_random_uuid(), 'old and sent', 1, 'x', '{}', now() - interval '90 days', now() - interval '8 days' from generate_series(1, 25);
            insert into outbox_message (message_id, lane, partition, message_type, body, created_at, sent_at)
            values (gen_random_uuid(), 'just sent', 1, 'x', '{}', now() - interval '90 days', now()),
                   (gen_random_uuid(), 'waits', 1, 'x', '{}', now() - interval '90 days', null);
            insert into outbox_message (message_id, lane, partition, message_type, body, is_event, created_at, sent_at)
            values (gen_random_uuid(), 'an event', 1, 'x', '{}', true, now() - interval '9 years', now() - interval '9 years');
            insert into inbox_message (message_id, consumer, received_at)
            values (gen_random_uuid(), 'old', now() - interval '61 days'), (gen_random_uuid(), 'new', now());
            insert into idempotency_record (caller, rpc, request_id, request_hash, created_at)
            values ('c', 'r', 'old', '', now() - interval '8 days'), ('c', 'r', 'new', '', now());
            """);
        using var host = Build(Database.ConnectionString, ("Retention:Period", "00:00:00.1"), ("Retention:BatchSize", "10"));
        await host.StartAsync(TestContext.Current.CancellationToken);

        await Eventually.Is("all that is old is gone", "an event,just sent,waits|new|new", () => Database.ScalarAsync<string>(
            """
            select (select string_agg(distinct lane, ',' order by lane) from outbox_message)
                || '|' || (select string_agg(consumer, ',') from inbox_message)
                || '|' || (select string_agg(request_id, ',') from idempotency_record)
            """)!);
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_retention_that_makes_no_sense_is_refused_at_the_start()
    {
        using var host = Build(Database.ConnectionString, ("Retention:BatchSize", "0"));

        await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
    }
}
