using Grpc.Core;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using static Regio.Procurement.Tests.CareOrders.CareFiles;
using static Regio.Procurement.Tests.CareOrders.CareLetters;

namespace Regio.Procurement.Tests.CareOrders.Retention;

/// <summary>What is left of files of care messages once they are destroyed, and what follows from it.</summary>
[Collection(nameof(CareRetention))]
public sealed class CareRetentionLeftTests(ProcurementHost host) : CareRetention(host)
{
    [Fact]
    public async Task What_is_sealed_goes_and_what_counts_stays()
    {
        var (assigned, claimed) = await ClaimedAsync();
        var started = await TakesAsync(Letters.Start(Number, FirstDay));
        var refused = await RefusedAsync();
        await LongAgoAsync(assigned, claimed, started, refused);
        await AssignedUntilAsync(Number, new DateOnly(2012, 1, 1));
        string[] all = [assigned, claimed, started, refused];
        var (before, pieces) = (await CountingAsync(), await PiecesAsync(all));

        await DestroyAsync();

        Assert.Equal((8L, 0L), (pieces, await PiecesAsync(all)));
        Assert.Equal(0, await Host.Database.ScalarAsync<long>($"select count(*) from care_message where id in ({In(all)}) and (sealed_number is not null or key_id <> '')"));
        Assert.Equal(before, await CountingAsync());
        Assert.Equal(0, await Host.Database.ScalarAsync<long>($"select count(*) from care_client c join care_assignment a on a.client_id = c.id where a.number = {Number} and c.number_hash is not null"));

        Task<string?> CountingAsync() => Host.Database.ScalarAsync<string>(
            $"""
             select (select string_agg((to_jsonb(m) - 'key_id' - 'sealed_number' - 'destroyed_on')::text, ';' order by m.id) from care_message m where m.id in ({In(all)}))
                 || (select string_agg(to_jsonb(f)::text, ';' order by f.message_id, f.number) from care_finding f where f.message_id in ({In(all)}))
                 || (select string_agg(to_jsonb(a)::text, ';') from care_assignment a where a.number = {Number})
                 || (select string_agg(to_jsonb(d)::text, ';') from care_delivery d where d.started_by = '{started}')
                 || (select string_agg(to_jsonb(l)::text, ';') from care_claim_line l where l.claim_id = '{claimed}')
                 || (select string_agg(to_jsonb(v)::text, ';') from care_volume v where v.provider_agb_code = '{Letters.AgbCode}')
             """);
    }

    [Fact]
    public async Task A_destroyed_file_is_not_sent_and_its_message_says_since_when()
    {
        var provider = await Host.CreateProviderAsync();
        var letters = new CareLetters(provider.AgbCode, Letters.ClientBsn);
        var asked = await TakesAsync(letters.Ask(Asked(Reference)));
        var answered = await TakesAsync(letters.Reply(Reference, "1", "3"));
        await LongAgoAsync(asked, answered);
        await DestroyAsync();

        var file = await Refused.ByAsync(() => DownloadAsync(asked, Files.Of(Roles.Provider, provider: provider.Id)));
        var answer = await Refused.ByAsync(() => Files.AnswerAsync(asked));

        Assert.All([file, answer], refused => Assert.Equal((StatusCode.FailedPrecondition, "CARE_FILE_DESTROYED"), (refused.Code, refused.Reason)));
        var message = await GetAsync(asked);
        Assert.Equal((Today.ToProto(), "", "JW316"), (message.DestroyedDate, message.Identification, message.AnswerKind));
        Assert.Contains("na de bewaartermijn vernietigd", message.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("staat klaar", message.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_after_that_is_the_same_message_and_its_number_still_counts()
    {
        var number = NewNumber();
        var file = CareFiles.Start(Letters.AgbCode, number, bsn: Letters.ClientBsn);
        var first = (await Files.DeliverAsync(file)).Message.Id;
        await LongAgoAsync(first);
        // Its start was taken back, so the care that it stood for was nothing.
        await Host.Database.ExecuteAsync(
            $"""
             update care_delivery set is_running = false, removed_by = started_by where started_by = '{first}';
             update care_assignment set starts_on = '2010-01-01' where provider_agb_code = '{Letters.AgbCode}';
             """);
        await DestroyAsync();
        Assert.Equal(1, await DestroyedAsync(first));
        var rows = await Files.RowsAsync();

        var again = await Files.DeliverAsync(file);
        Assert.Equal((true, first, rows), (again.KnownAlready, again.Message.Id, await Files.RowsAsync()));
        Assert.Equal(0, await PiecesAsync(first));
        var other = await Files.DeliverAsync(CareFiles.Start(Letters.AgbCode, number, bsn: Letters.ClientBsn, date: "2026-02-06"));
        Assert.Equal("TR056", Assert.Single(other.Findings).Rule);
    }

    [Fact]
    public async Task A_request_is_granted_with_the_address_given_once_that_of_the_municipality_is_destroyed()
    {
        var assigned = await TakesAsync(Letters.Assign(Assigned(Number)));
        await TakesAsync(Letters.Start(Number, FirstDay));
        await LongAgoAsync(assigned);
        await AssignedUntilAsync(Number, new DateOnly(2012, 1, 1));
        await DestroyAsync();
        Assert.Equal(1, await DestroyedAsync(assigned));
        var assen = Files.Of(Roles.ContractManager, municipality: "GM0106");
        await TakesAsync(Letters.Ask(Asked(Reference)));
        var open = await OpenAsync();

        var refused = await Refused.ByAsync(async () => await assen.GrantCareRequestAsync(new() { RequestId = ProcurementHost.NewId(), CareRequestId = open }));
        Assert.Equal((StatusCode.FailedPrecondition, "CARE_CLIENT_ADDRESS_NEEDED"), (refused.Code, refused.Reason));
        var granted = await assen.GrantCareRequestAsync(new() { RequestId = ProcurementHost.NewId(), CareRequestId = open, Address = new() { PostalCode = "9401AB", HouseNumber = 1 } });
        Assert.Equal("JW301", granted.Message.Kind);
    }

    [Fact]
    public async Task A_change_of_an_assignment_that_nobody_ended_is_not_granted_here_once_its_message_is_destroyed()
    {
        var assigned = await TakesAsync(Letters.Assign(Assigned(Number)));
        await TakesAsync(Letters.Start(Number, FirstDay));
        var stopped = await TakesAsync(Letters.Stop(Number, FirstDay, new DateOnly(2026, 3, 31)));
        await LongAgoAsync(assigned);
        await Host.Database.ExecuteAsync(
            $"update care_assignment set starts_on = '2010-01-01', ends_on = null where number = {Number}; update care_stop set ended_on = '2012-01-01' where stopped_by = '{stopped}'");
        await DestroyAsync();
        Assert.Equal(1, await DestroyedAsync(assigned));
        await TakesAsync(Letters.AskChange(Change(Reference, changed: [Longer(Number)])));
        var open = await OpenAsync();

        var refused = await Refused.ByAsync(async () => await Files.Of(Roles.ContractManager, municipality: "GM0106").GrantCareRequestAsync(
            new() { RequestId = ProcurementHost.NewId(), CareRequestId = open, Address = new() { PostalCode = "9401AB", HouseNumber = 1 } }));

        Assert.Equal((StatusCode.FailedPrecondition, "CARE_CLIENT_UNTOLD"), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task Who_is_told_of_after_the_last_file_went_is_a_new_client()
    {
        var assigned = await TakesAsync(Letters.Assign(Assigned(Number)));
        var before = await ClientAsync(Number);
        await LongAgoAsync(assigned);
        await AssignedUntilAsync(Number, new DateOnly(2012, 1, 1));
        Assert.True((await DestroyAsync()).UnlinkedClientCount > 0);

        var next = NewAssignment();
        await TakesAsync(Letters.Assign(Assigned(next)));

        Assert.NotEqual(before, await ClientAsync(next));
        Assert.Equal(before, await ClientAsync(Number));
        Assert.False(await IsFoundAsync(before));
        Assert.True(await IsFoundAsync(await ClientAsync(next)));
    }

    private static async Task DownloadAsync(string id, CareOrderService.CareOrderServiceClient by)
    {
        using var call = by.DownloadCareMessage(new DownloadCareMessageRequest { Id = id });
        await foreach (var part in call.ResponseStream.ReadAllAsync())
            Assert.NotNull(part);
    }

    private Task<long> PiecesAsync(params string[] ids) => Host.Database.ScalarAsync<long>(
        $"select count(*) from care_file_piece p where exists (select from care_message m where m.id in ({In(ids)}) and p.file_id in (m.id, m.answer_file_id))");
}
