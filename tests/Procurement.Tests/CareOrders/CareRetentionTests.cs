using Grpc.Core;
using Npgsql;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;
using Regio.Testing;
using static Regio.Procurement.Tests.CareOrders.CareFiles;
using static Regio.Procurement.Tests.CareOrders.CareLetters;

namespace Regio.Procurement.Tests.CareOrders;

/// <summary>How long files of care messages are kept, and what is left of them. On a database of its own: all that is due is destroyed.</summary>
public sealed class CareRetentionTests(ProcurementHost host) : IClassFixture<ProcurementHost>
{
    private static int s_clients = 500_000;

    private readonly CareFiles _files = new(host);
    private readonly CareLetters _letters = new(host.NewAgbCode(), Numbers(Interlocked.Increment(ref s_clients)));
    private readonly long _number = NewAssignment();
    private readonly string _reference = $"V{NewAssignment()}";
    private readonly DateOnly _today = TimeProvider.System.DutchToday();

    private CareOrderService.CareOrderServiceClient Keeper => _files.Of(Roles.PrivacyOfficer);

    [Fact]
    public async Task A_file_goes_when_its_years_have_passed_since_it_came_in_and_not_a_day_before()
    {
        await DestroyAsync();
        var (old, young) = (await RefusedAsync(), await RefusedAsync());
        var kept = await FirstKeptAsync();
        await ArrivedAsync(In(old), $"{At(kept)} - interval '1 microsecond'");
        await ArrivedAsync(In(young), At(kept));

        var before = await Keeper.GetCareRetentionAsync(new());
        var answer = await DestroyAsync();
        var after = await Keeper.GetCareRetentionAsync(new());

        Assert.Equal((1L, 1, false, 0L), (before.DueCount, answer.DestroyedCount, answer.More, after.DueCount));
        Assert.Equal(before.KeptCount - 1, after.KeptCount);
        Assert.Equal(Term.CareFileYears, before.Setting.Term);
        Assert.Equal(_today.ToProto(), (await GetAsync(old)).DestroyedDate);
        Assert.Null((await GetAsync(young)).DestroyedDate);
    }

    [Fact]
    public async Task What_is_about_an_assignment_is_needed_until_the_years_after_its_last_day()
    {
        string[] messages =
        [
            await TakesAsync(_letters.Assign(Assigned(_number))),
            await TakesAsync(_letters.Start(_number, FirstDay)),
            await TakesAsync(_letters.Stop(_number, FirstDay, new DateOnly(2026, 3, 31))),
        ];
        await LongAgoAsync(messages);
        var kept = await FirstKeptAsync();

        await AssignedUntilAsync(_number, kept);
        await DestroyAsync();
        Assert.Equal(0, await DestroyedAsync(messages));
        await AssignedUntilAsync(_number, kept.AddDays(-1));
        await DestroyAsync();
        Assert.Equal(messages.Length, await DestroyedAsync(messages));
    }

    [Fact]
    public async Task An_assignment_without_a_last_day_ends_with_its_care()
    {
        var assigned = await TakesAsync(_letters.Assign(Assigned(_number)));
        await LongAgoAsync(assigned);
        await host.Database.ExecuteAsync($"update care_assignment set starts_on = '2010-01-01', ends_on = null where number = {_number}");
        await DestroyAsync();
        Assert.Equal(0, await DestroyedAsync(assigned));

        var started = await TakesAsync(_letters.Start(_number, FirstDay));
        await LongAgoAsync(started);
        await DestroyAsync();
        Assert.Equal(0, await DestroyedAsync(assigned, started));

        var stopped = await TakesAsync(_letters.Stop(_number, FirstDay, new DateOnly(2026, 3, 31)));
        await LongAgoAsync(stopped);
        await host.Database.ExecuteAsync($"update care_stop set ended_on = date '{await FirstKeptAsync():yyyy-MM-dd}' - 1 where stopped_by = '{stopped}'");
        await DestroyAsync();
        Assert.Equal(3, await DestroyedAsync(assigned, started, stopped));
    }

    [Fact]
    public async Task A_request_is_needed_while_it_waits_and_for_the_years_after_its_answer()
    {
        var asked = await TakesAsync(_letters.Ask(Asked(_reference)));
        await LongAgoAsync(asked);
        await DestroyAsync();
        Assert.Equal(0, await DestroyedAsync(asked));

        var answered = await TakesAsync(_letters.Reply(_reference, "1", "3"));
        await DestroyAsync();
        Assert.Equal(0, await DestroyedAsync(asked));

        await LongAgoAsync(answered);
        await DestroyAsync();
        Assert.Equal(2, await DestroyedAsync(asked, answered));
    }

    [Fact]
    public async Task A_claim_counts_from_the_day_it_came_in_also_while_its_assignment_goes_on()
    {
        var (assigned, claimed) = await ClaimedAsync();
        await AssignedUntilAsync(_number, _today.AddYears(1));
        await LongAgoAsync(assigned, claimed);

        await DestroyAsync();

        Assert.Equal((0, 1), (await DestroyedAsync(assigned), await DestroyedAsync(claimed)));
    }

    [Fact]
    public async Task The_term_that_a_region_begins_with_says_on_what_ground_it_stands()
    {
        var terms = new TermService.TermServiceClient(host.Invoker(TestTokens.For(Roles.ContractManager)));

        var first = (await terms.ListTermSettingsAsync(new() { Term = Term.CareFileYears })).Settings[^1];

        Assert.Equal(7, first.Value);
        Assert.Contains("administratie", first.Ground, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Large_files_go_a_few_at_a_time_and_the_answer_says_that_more_are_due()
    {
        await DestroyAsync();
        string[] large = [await RefusedAsync(), await RefusedAsync()];
        await LongAgoAsync(large);
        await host.Database.ExecuteAsync(
            $"""
             alter table care_message disable trigger user;
             update care_message set size_bytes = 200 * 1024 * 1024 where id in ({In(large)});
             alter table care_message enable trigger user;
             """);

        var first = await DestroyAsync();
        var second = await DestroyAsync();

        Assert.Equal((1, true, 1, false), (first.DestroyedCount, first.More, second.DestroyedCount, second.More));
    }

    [Fact]
    public async Task Another_setting_holds_from_its_day_on_for_whatever_is_kept()
    {
        var terms = new TermService.TermServiceClient(host.Invoker(TestTokens.For(Roles.ContractManager)));
        var id = await RefusedAsync();
        await ArrivedAsync(In(id), "now() - interval '8 years'");
        await SetAsync(9, _today.AddDays(-2));
        await DestroyAsync();
        Assert.Equal(0, await DestroyedAsync(id));
        var early = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync(Destruction(id)));
        Assert.Equal("23001", early.SqlState);

        await SetAsync(7, _today.AddDays(-1));
        await SetAsync(20, _today.AddDays(1));
        await DestroyAsync();

        Assert.Equal(1, await DestroyedAsync(id));

        Task SetAsync(int years, DateOnly from) => terms.SetTermAsync(new()
        {
            RequestId = ProcurementHost.NewId(),
            Setting = new() { Term = Term.CareFileYears, Value = years, StartDate = from.ToProto(), Ground = "Besluit van het bestuur", Source = new() { Title = "Besluitenlijst" } },
        }).ResponseAsync;
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

    [Fact]
    public async Task What_is_sealed_goes_and_what_counts_stays()
    {
        var (assigned, claimed) = await ClaimedAsync();
        var started = await TakesAsync(_letters.Start(_number, FirstDay));
        var refused = await RefusedAsync();
        await LongAgoAsync(assigned, claimed, started, refused);
        await AssignedUntilAsync(_number, new DateOnly(2012, 1, 1));
        string[] all = [assigned, claimed, started, refused];
        var (before, pieces) = (await CountingAsync(), await PiecesAsync(all));

        await DestroyAsync();

        Assert.Equal((8L, 0L), (pieces, await PiecesAsync(all)));
        Assert.Equal(0, await host.Database.ScalarAsync<long>($"select count(*) from care_message where id in ({In(all)}) and (sealed_number is not null or key_id <> '')"));
        Assert.Equal(before, await CountingAsync());
        Assert.Equal(0, await host.Database.ScalarAsync<long>($"select count(*) from care_client c join care_assignment a on a.client_id = c.id where a.number = {_number} and c.number_hash is not null"));

        Task<string?> CountingAsync() => host.Database.ScalarAsync<string>(
            $"""
             select (select string_agg((to_jsonb(m) - 'key_id' - 'sealed_number' - 'destroyed_on')::text, ';' order by m.id) from care_message m where m.id in ({In(all)}))
                 || (select string_agg(to_jsonb(f)::text, ';' order by f.message_id, f.number) from care_finding f where f.message_id in ({In(all)}))
                 || (select string_agg(to_jsonb(a)::text, ';') from care_assignment a where a.number = {_number})
                 || (select string_agg(to_jsonb(d)::text, ';') from care_delivery d where d.started_by = '{started}')
                 || (select string_agg(to_jsonb(l)::text, ';') from care_claim_line l where l.claim_id = '{claimed}')
                 || (select string_agg(to_jsonb(v)::text, ';') from care_volume v where v.provider_agb_code = '{_letters.AgbCode}')
             """);
    }

    [Fact]
    public async Task A_destroyed_file_is_not_sent_and_its_message_says_since_when()
    {
        var provider = await host.CreateProviderAsync();
        var letters = new CareLetters(provider.AgbCode, _letters.ClientBsn);
        var asked = await TakesAsync(letters.Ask(Asked(_reference)));
        var answered = await TakesAsync(letters.Reply(_reference, "1", "3"));
        await LongAgoAsync(asked, answered);
        await DestroyAsync();

        var file = await Refused.ByAsync(() => DownloadAsync(asked, _files.Of(Roles.Provider, provider: provider.Id)));
        var answer = await Refused.ByAsync(() => _files.AnswerAsync(asked));

        Assert.All([file, answer], refused => Assert.Equal((StatusCode.FailedPrecondition, "CARE_FILE_DESTROYED"), (refused.Code, refused.Reason)));
        var message = await GetAsync(asked);
        Assert.Equal((_today.ToProto(), "", "JW316"), (message.DestroyedDate, message.Identification, message.AnswerKind));
        Assert.Contains("na de bewaartermijn vernietigd", message.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("staat klaar", message.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_after_that_is_the_same_message_and_its_number_still_counts()
    {
        var number = NewNumber();
        var file = CareFiles.Start(_letters.AgbCode, number, bsn: _letters.ClientBsn);
        var first = (await _files.DeliverAsync(file)).Message.Id;
        await LongAgoAsync(first);
        // Its start was taken back, so the care that it stood for was nothing.
        await host.Database.ExecuteAsync(
            $"""
             update care_delivery set is_running = false, removed_by = started_by where started_by = '{first}';
             update care_assignment set starts_on = '2010-01-01' where provider_agb_code = '{_letters.AgbCode}';
             """);
        await DestroyAsync();
        Assert.Equal(1, await DestroyedAsync(first));
        var rows = await _files.RowsAsync();

        var again = await _files.DeliverAsync(file);
        Assert.Equal((true, first, rows), (again.KnownAlready, again.Message.Id, await _files.RowsAsync()));
        Assert.Equal(0, await PiecesAsync(first));
        var other = await _files.DeliverAsync(CareFiles.Start(_letters.AgbCode, number, bsn: _letters.ClientBsn, date: "2026-02-06"));
        Assert.Equal("TR056", Assert.Single(other.Findings).Rule);
    }

    [Fact]
    public async Task A_request_is_granted_with_the_address_given_once_that_of_the_municipality_is_destroyed()
    {
        var assigned = await TakesAsync(_letters.Assign(Assigned(_number)));
        await TakesAsync(_letters.Start(_number, FirstDay));
        await LongAgoAsync(assigned);
        await AssignedUntilAsync(_number, new DateOnly(2012, 1, 1));
        await DestroyAsync();
        Assert.Equal(1, await DestroyedAsync(assigned));
        var assen = _files.Of(Roles.ContractManager, municipality: "GM0106");
        await TakesAsync(_letters.Ask(Asked(_reference)));
        var open = await OpenAsync();

        var refused = await Refused.ByAsync(async () => await assen.GrantCareRequestAsync(new() { RequestId = ProcurementHost.NewId(), CareRequestId = open }));
        Assert.Equal((StatusCode.FailedPrecondition, "CARE_CLIENT_ADDRESS_NEEDED"), (refused.Code, refused.Reason));
        var granted = await assen.GrantCareRequestAsync(new() { RequestId = ProcurementHost.NewId(), CareRequestId = open, Address = new() { PostalCode = "9401AB", HouseNumber = 1 } });
        Assert.Equal("JW301", granted.Message.Kind);
    }

    [Fact]
    public async Task A_change_of_an_assignment_that_nobody_ended_is_not_granted_here_once_its_message_is_destroyed()
    {
        var assigned = await TakesAsync(_letters.Assign(Assigned(_number)));
        await TakesAsync(_letters.Start(_number, FirstDay));
        var stopped = await TakesAsync(_letters.Stop(_number, FirstDay, new DateOnly(2026, 3, 31)));
        await LongAgoAsync(assigned);
        await host.Database.ExecuteAsync(
            $"update care_assignment set starts_on = '2010-01-01', ends_on = null where number = {_number}; update care_stop set ended_on = '2012-01-01' where stopped_by = '{stopped}'");
        await DestroyAsync();
        Assert.Equal(1, await DestroyedAsync(assigned));
        await TakesAsync(_letters.AskChange(Change(_reference, changed: [Longer(_number)])));
        var open = await OpenAsync();

        var refused = await Refused.ByAsync(async () => await _files.Of(Roles.ContractManager, municipality: "GM0106").GrantCareRequestAsync(
            new() { RequestId = ProcurementHost.NewId(), CareRequestId = open, Address = new() { PostalCode = "9401AB", HouseNumber = 1 } }));

        Assert.Equal((StatusCode.FailedPrecondition, "CARE_CLIENT_UNTOLD"), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task Who_is_told_of_after_the_last_file_went_is_a_new_client()
    {
        var assigned = await TakesAsync(_letters.Assign(Assigned(_number)));
        var before = await ClientAsync(_number);
        await LongAgoAsync(assigned);
        await AssignedUntilAsync(_number, new DateOnly(2012, 1, 1));
        Assert.True((await DestroyAsync()).UnlinkedClientCount > 0);

        var next = NewAssignment();
        await TakesAsync(_letters.Assign(Assigned(next)));

        Assert.NotEqual(before, await ClientAsync(next));
        Assert.Equal(before, await ClientAsync(_number));
        Assert.False(await IsFoundAsync(before));
        Assert.True(await IsFoundAsync(await ClientAsync(next)));
    }

    [Fact]
    public async Task Only_who_keeps_the_files_of_all_destroys_them()
    {
        foreach (var keeper in new[] { _files.Of(Roles.PrivacyOfficer, municipality: "GM0106"), _files.Of(Roles.PrivacyOfficer, provider: (await host.CreateProviderAsync()).Id) })
        {
            var act = await Refused.ByAsync(() => DestroyAsync(keeper));
            var count = await Refused.ByAsync(async () => await keeper.GetCareRetentionAsync(new()));
            Assert.All([act, count], refused => Assert.Equal((StatusCode.PermissionDenied, "OTHER_PARTY_DATA"), (refused.Code, refused.Reason)));
        }

        foreach (var role in new[] { Roles.ContractManager, Roles.Regiomanager, Roles.Operator, Roles.Service, Roles.Provider })
            Assert.Equal("ROLE_NOT_ALLOWED", (await Refused.ByAsync(() => DestroyAsync(_files.Of(role)))).Reason);
    }

    [Fact]
    public async Task A_client_of_whom_a_message_is_being_taken_in_stays_known_by_the_number()
    {
        var client = await ForgottenAsync();
        await using var delivery = new NpgsqlConnection(host.Database.ConnectionString);
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
        await using var destruction = new NpgsqlConnection(host.Database.ConnectionString);
        await destruction.OpenAsync();
        await using var transaction = await destruction.BeginTransactionAsync();
        await using (var destroy = new NpgsqlCommand($"{Destruction(await AssignedByAsync(client))}; update care_client set number_hash = null where id = '{client}'", destruction, transaction))
            await destroy.ExecuteNonQueryAsync();

        var delivery = TakesAsync(_letters.Assign(Assigned(next)));
        await Eventually.Is("the message waits for the client", 1L, () => host.Database.ScalarAsync<long>(
            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%for key share%' and query like '%care_client%' and pid <> pg_backend_pid()"));
        await transaction.CommitAsync();
        await delivery;

        Assert.NotEqual(client, await ClientAsync(next));
    }

    [Fact]
    public async Task Whatever_is_taken_in_while_files_go_leads_to_a_client_who_is_found_again()
    {
        var agb = host.NewAgbCode();
        var clients = Enumerable.Range(0, 12).Select(_ => new CareLetters(agb, Numbers(Interlocked.Increment(ref s_clients)))).ToList();
        foreach (var letters in clients)
        {
            var number = NewAssignment();
            await LongAgoAsync(await TakesAsync(letters.Assign(Assigned(number))));
            await AssignedUntilAsync(number, new DateOnly(2012, 1, 1));
        }

        await Task.WhenAll(
            [.. clients.Select(letters => TakesAsync(letters.Assign(Assigned(NewAssignment())))), .. Enumerable.Range(0, 4).Select(_ => DestroyAsync())]);

        await DestroyAsync();
        Assert.Equal(clients.Count, await host.Database.ScalarAsync<long>(
            $"""
             select count(distinct c.id) from care_client c join care_assignment a on a.client_id = c.id join care_assignment_version v on v.assignment_id = a.id
             join care_message m on m.id = v.message_id where a.provider_agb_code = '{agb}' and m.destroyed_on is null and c.number_hash is not null
             """));
    }

    [Theory]
    [InlineData("update care_message set destroyed_on = current_date, key_id = '', sealed_number = null where id = '{0}'")]
    [InlineData("update care_message set key_id = '', sealed_number = null where id = '{0}'")]
    [InlineData("update care_file_piece set number = 7 where file_id = '{0}'")]
    [InlineData("delete from care_file_piece where file_id = '{0}'")]
    [InlineData("truncate care_file_piece")]
    [InlineData("update care_file set stored_at = now()")]
    [InlineData("delete from care_file where id = '{0}'")]
    [InlineData("update care_client set number_hash = null where id in (select client_id from care_assignment where provider_agb_code = '{1}')")]
    [InlineData("update care_client set number_hash = 'x' where id in (select client_id from care_assignment where provider_agb_code = '{1}')")]
    [InlineData("delete from care_client")]
    public async Task The_database_lets_nothing_go_of_what_is_kept(string change) =>
        await RefusesAsync(change, await TakesAsync(_letters.Assign(Assigned(_number))));

    [Theory]
    [InlineData("update care_message set destroyed_on = null where id = '{0}'")]
    [InlineData("update care_message set destroyed_on = destroyed_on - 1 where id = '{0}'")]
    [InlineData("update care_message set outcome = 'Refused' where id = '{0}'")]
    [InlineData("update care_message set key_id = 'first', sealed_number = 'x' where id = '{0}'")]
    [InlineData("update care_client set number_hash = 'x' where id in (select client_id from care_assignment where provider_agb_code = '{1}')")]
    public async Task What_was_destroyed_stays_so(string change)
    {
        var id = await TakesAsync(_letters.Assign(Assigned(_number)));
        await LongAgoAsync(id);
        await AssignedUntilAsync(_number, new DateOnly(2012, 1, 1));
        await DestroyAsync();

        await RefusesAsync(change, id);
    }

    private async Task RefusesAsync(string change, string id)
    {
        var statement = change.Replace("{0}", id, StringComparison.Ordinal).Replace("{1}", _letters.AgbCode, StringComparison.Ordinal);
        Assert.Equal("23001", (await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync(statement))).SqlState);
    }

    private Task<DestroyDueCareFilesResponse> DestroyAsync(CareOrderService.CareOrderServiceClient? by = null) =>
        (by ?? Keeper).DestroyDueCareFilesAsync(new() { RequestId = ProcurementHost.NewId() }).ResponseAsync;

    private static string Destruction(string id) =>
        $"update care_message set destroyed_on = dutch_day(now()), key_id = '', sealed_number = null where id = '{id}'";

    /// <summary>A client all of whose files are due.</summary>
    private async Task<Guid> ForgottenAsync()
    {
        await DestroyAsync();
        await LongAgoAsync(await TakesAsync(_letters.Assign(Assigned(_number))));
        await AssignedUntilAsync(_number, new DateOnly(2012, 1, 1));
        return await ClientAsync(_number);
    }

    private async Task<(string Assigned, string Claimed)> ClaimedAsync()
    {
        var january = new DateOnly(2026, 1, 1);
        return (await TakesAsync(_letters.Assign(Assigned(_number))), await TakesAsync(_letters.Claim($"D{NewAssignment()}", january, Line(_number, january))));
    }

    private async Task<string> TakesAsync(byte[] file)
    {
        var answer = await _files.DeliverAsync(file);
        Assert.True(answer.Message.Outcome == CareMessageOutcome.Taken, string.Join(' ', answer.Findings));
        return answer.Message.Id;
    }

    private async Task<string> RefusedAsync() => (await _files.DeliverAsync(CareFiles.Start(host.NewAgbCode(), bsn: "999900007"))).Message.Id;

    private async Task<CareMessage> GetAsync(string id) => (await _files.Region.GetCareMessageAsync(new() { Id = id })).Message;

    private static async Task DownloadAsync(string id, CareOrderService.CareOrderServiceClient by)
    {
        using var call = by.DownloadCareMessage(new DownloadCareMessageRequest { Id = id });
        await foreach (var part in call.ResponseStream.ReadAllAsync())
            Assert.NotNull(part);
    }

    private async Task<DateOnly> FirstKeptAsync() => KeptYears.FirstKept(_today, (await Keeper.GetCareRetentionAsync(new())).Setting.Value);

    private Task LongAgoAsync(params string[] ids) => ArrivedAsync(In(ids), "now() - interval '15 years'");

    private Task ArrivedAsync(string ids, string moment) => host.Database.ExecuteAsync(
        $"""
         alter table care_message disable trigger user;
         update care_message set received_at = {moment} where id in ({ids});
         alter table care_message enable trigger user;
         """);

    private Task AssignedUntilAsync(long number, DateOnly last) =>
        host.Database.ExecuteAsync($"update care_assignment set starts_on = '2010-01-01', ends_on = '{last:yyyy-MM-dd}' where number = {number}");

    private async Task<int> DestroyedAsync(params string[] ids) =>
        (int)await host.Database.ScalarAsync<long>($"select count(*) from care_message where id in ({In(ids)}) and destroyed_on is not null");

    private Task<long> PiecesAsync(params string[] ids) => host.Database.ScalarAsync<long>(
        $"select count(*) from care_file_piece p where exists (select from care_message m where m.id in ({In(ids)}) and p.file_id in (m.id, m.answer_file_id))");

    private async Task<string> OpenAsync() => (await host.Database.ScalarAsync<string>(
        $"select id::text from care_request where provider_agb_code = '{_letters.AgbCode}' and due_on is not null"))!;

    private Task<Guid> ClientAsync(long number) => host.Database.ScalarAsync<Guid>($"select client_id from care_assignment where number = {number}");

    private async Task<string> AssignedByAsync(Guid client) => (await host.Database.ScalarAsync<string>(
        $"select v.message_id::text from care_assignment_version v join care_assignment a on a.id = v.assignment_id where a.client_id = '{client}'"))!;

    private Task<bool> IsFoundAsync(Guid client) => host.Database.ScalarAsync<bool>($"select number_hash is not null from care_client where id = '{client}'");

    private static string At(DateOnly day) => $"timestamptz '{day.InDutchTime():O}'";

    private static string In(params string[] ids) => string.Join(", ", ids.Select(id => $"'{id}'"));
}
