using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;
using static Regio.Procurement.Tests.CareOrders.CareFiles;
using static Regio.Procurement.Tests.CareOrders.CareLetters;

namespace Regio.Procurement.Tests.CareOrders.Retention;

/// <summary>A client with messages that age at will, and who destroys what is due.</summary>
public abstract class CareRetention(ProcurementHost host)
{
    private static int s_clients = 500_000;

    private protected ProcurementHost Host { get; } = host;

    private protected CareFiles Files { get; } = new(host);

    private protected CareLetters Letters { get; } = new(host.NewAgbCode(), NewClient());

    private protected long Number { get; } = NewAssignment();

    private protected string Reference { get; } = $"V{NewAssignment()}";

    private protected DateOnly Today { get; } = TimeProvider.System.DutchToday();

    private protected CareOrderService.CareOrderServiceClient Keeper => Files.Of(Roles.PrivacyOfficer);

    /// <summary>A number of a client that no other test uses.</summary>
    private protected static string NewClient() => Numbers(Interlocked.Increment(ref s_clients));

    private protected Task<DestroyDueCareFilesResponse> DestroyAsync(CareOrderService.CareOrderServiceClient? by = null) =>
        (by ?? Keeper).DestroyDueCareFilesAsync(new() { RequestId = ProcurementHost.NewId() }).ResponseAsync;

    private protected static string Destruction(string id) =>
        $"update care_message set destroyed_on = dutch_day(now()), key_id = '', sealed_number = null where id = '{id}'";

    private protected async Task<(string Assigned, string Claimed)> ClaimedAsync()
    {
        var january = new DateOnly(2026, 1, 1);
        return (await TakesAsync(Letters.Assign(Assigned(Number))), await TakesAsync(Letters.Claim($"D{NewAssignment()}", january, Line(Number, january))));
    }

    private protected async Task<string> TakesAsync(byte[] file)
    {
        var answer = await Files.DeliverAsync(file);
        Assert.True(answer.Message.Outcome == CareMessageOutcome.Taken, string.Join(' ', answer.Findings));
        return answer.Message.Id;
    }

    private protected async Task<string> RefusedAsync() => (await Files.DeliverAsync(CareFiles.Start(Host.NewAgbCode(), bsn: "999900007"))).Message.Id;

    private protected async Task<CareMessage> GetAsync(string id) => (await Files.Region.GetCareMessageAsync(new() { Id = id })).Message;

    private protected Task LongAgoAsync(params string[] ids) => ArrivedAsync(In(ids), "now() - interval '15 years'");

    private protected Task ArrivedAsync(string ids, string moment) => Host.Database.ExecuteAsync(
        $"""
         alter table care_message disable trigger user;
         update care_message set received_at = {moment} where id in ({ids});
         alter table care_message enable trigger user;
         """);

    private protected Task AssignedUntilAsync(long number, DateOnly last) =>
        Host.Database.ExecuteAsync($"update care_assignment set starts_on = '2010-01-01', ends_on = '{last:yyyy-MM-dd}' where number = {number}");

    private protected async Task<int> DestroyedAsync(params string[] ids) =>
        (int)await Host.Database.ScalarAsync<long>($"select count(*) from care_message where id in ({In(ids)}) and destroyed_on is not null");

    private protected async Task<string> OpenAsync() => (await Host.Database.ScalarAsync<string>(
        $"select id::text from care_request where provider_agb_code = '{Letters.AgbCode}' and due_on is not null"))!;

    private protected Task<Guid> ClientAsync(long number) => Host.Database.ScalarAsync<Guid>($"select client_id from care_assignment where number = {number}");

    private protected Task<bool> IsFoundAsync(Guid client) => Host.Database.ScalarAsync<bool>($"select number_hash is not null from care_client where id = '{client}'");

    private protected static string In(params string[] ids) => string.Join(", ", ids.Select(id => $"'{id}'"));
}

/// <summary>A database of their own for all tests of retention, since all that is due is destroyed.</summary>
[CollectionDefinition(nameof(CareRetention))]
public sealed class CareRetentionCollection : ICollectionFixture<ProcurementHost>;
