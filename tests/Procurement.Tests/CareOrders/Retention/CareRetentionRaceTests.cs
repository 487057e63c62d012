using Npgsql;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.Testing;
using static Regio.Procurement.Tests.CareOrders.CareLetters;

namespace Regio.Procurement.Tests.CareOrders.Retention;

/// <summary>Files of care messages that go while others come in, and calls that come twice.</summary>
[Collection(nameof(CareRetention))]
public sealed class CareRetentionRaceTests(ProcurementHost host) : CareRetention(host)
{
    [Fact]
    public async Task A_client_of_whom_a_message_is_being_taken_in_stays_known_by_the_number()
    {
        var client = await ForgottenAsync();
        await using var delivery = new NpgsqlConnection(Host.Database.ConnectionString);
        await delivery.OpenAsync();
        await using (var transaction = await delivery.BeginTransactionAsync())
        {
            // As every message does that finds its client.
            await using var found = new NpgsqlCommand($"select id from care_client where id = '{client}' for key share", delivery, transaction);
            await found.ExecuteScalarAsync();
            await DestroyAsync();
            Assert.True(await IsFoundAsync(client));
        }

        await DestroyAsync();
        Assert.False(await IsFoundAsync(client));
    }

    [Fact]
    public async Task A_message_about_a_client_who_is_being_forgotten_waits_and_tells_of_a_new_one()
    {
        var client = await ForgottenAsync();
        var next = NewAssignment();
        await using var destruction = new NpgsqlConnection(Host.Database.ConnectionString);
        await destruction.OpenAsync();
        await using var transaction = await destruction.BeginTransactionAsync();
        await using (var destroy = new NpgsqlCommand($"{Destruction(await AssignedByAsync(client))}; update care_client set number_hash = null where id = '{client}'", destruction, transaction))
            await destroy.ExecuteNonQueryAsync();

        var delivery = TakesAsync(Letters.Assign(Assigned(next)));
        await Eventually.Is("the message waits for the client", 1L, () => Host.Database.ScalarAsync<long>(
            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%for key share%' and query like '%care_client%' and pid <> pg_backend_pid()"));
        await transaction.CommitAsync();
        await delivery;

        Assert.NotEqual(client, await ClientAsync(next));
    }

    [Fact]
    public async Task Whatever_is_taken_in_while_files_go_leads_to_a_client_who_is_found_again()
    {
        var agb = Host.NewAgbCode();
        var clients = Enumerable.Range(0, 12).Select(_ => new CareLetters(agb, NewClient())).ToList();
        foreach (var letters in clients)
        {
            var number = NewAssignment();
            await LongAgoAsync(await TakesAsync(letters.Assign(Assigned(number))));
            await AssignedUntilAsync(number, new DateOnly(2012, 1, 1));
        }

        await Task.WhenAll(
            [.. clients.Select(letters => TakesAsync(letters.Assign(Assigned(NewAssignment())))), .. Enumerable.Range(0, 4).Select(_ => DestroyAsync())]);

        await DestroyAsync();
        Assert.Equal(clients.Count, await Host.Database.ScalarAsync<long>(
            $"""
             select count(distinct c.id) from care_client c join care_assignment a on a.client_id = c.id join care_assignment_version v on v.assignment_id = a.id
             join care_message m on m.id = v.message_id where a.provider_agb_code = '{agb}' and m.destroyed_on is null and c.number_hash is not null
             """));
    }

    [Fact]
    public async Task A_repeated_call_has_the_same_answer_and_no_effect()
    {
        await DestroyAsync();
        var (first, next) = (await RefusedAsync(), await RefusedAsync());
        await LongAgoAsync(first);
        var request = new DestroyDueCareFilesRequest { RequestId = ProcurementHost.NewId() };

        var answer = await Keeper.DestroyDueCareFilesAsync(request);
        await LongAgoAsync(next);
        var again = await Keeper.DestroyDueCareFilesAsync(request);

        Assert.Equal(1, answer.DestroyedCount);
        Assert.Equal(answer, again);
        Assert.Equal(0, await DestroyedAsync(next));
    }

    /// <summary>A client all of whose files are due.</summary>
    private async Task<Guid> ForgottenAsync()
    {
        await DestroyAsync();
        await LongAgoAsync(await TakesAsync(Letters.Assign(Assigned(Number))));
        await AssignedUntilAsync(Number, new DateOnly(2012, 1, 1));
        return await ClientAsync(Number);
    }

    private async Task<string> AssignedByAsync(Guid client) => (await Host.Database.ScalarAsync<string>(
        $"select v.message_id::text from care_assignment_version v join care_assignment a on a.id = v.assignment_id where a.client_id = '{client}'"))!;
}
