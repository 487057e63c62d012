using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using static Regio.Procurement.Tests.CareOrders.CareFiles;

namespace Regio.Procurement.Tests.CareOrders;

/// <summary>The keys that files of care messages are sealed with. On a database of its own: all rows change their key.</summary>
public sealed class KeyRotationTests(ProcurementHost host) : IClassFixture<ProcurementHost>
{
    private const string LeftUnderOldKey =
        "select (select count(*) from care_file_piece where key_id <> 'second') + (select count(*) from care_message where key_id not in ('second', ''))";

    private readonly CareFiles _files = new(host);

    [Fact]
    public async Task After_a_rotation_everything_is_sealed_again_and_opens_without_the_old_key()
    {
        var taken = await _files.DeliverAsync(CareFiles.Start(host.NewAgbCode(), "ABC-1"));
        // Larger than a piece.
        var unreadable = await _files.DeliverAsync($"geen bericht {NewNumber()} {new string('x', 600_000)}");
        var answer = await _files.AnswerAsync(taken.Message.Id);
        var destroyed = await DestroyedAsync();
        // More than these six where the tests beside this one ran before it.
        Assert.InRange(await host.Database.ScalarAsync<long>(LeftUnderOldKey), 6, long.MaxValue);
        var second = ProcurementHost.NewKey();
        var register = host.Register.GrpcAddress.ToString();
        await using (await host.StartAsync(register, new Dictionary<string, string?> { ["Vault:Keys:second"] = second, ["Vault:CurrentKey"] = "second" }))
            await Eventually.Is("nothing is left under the old key", 0L, () => host.Database.ScalarAsync<long>(LeftUnderOldKey));

        await using var without = await host.StartAsync(
            register, new Dictionary<string, string?> { ["Vault:Keys:first"] = second, ["Vault:Keys:second"] = second, ["Vault:CurrentKey"] = "second" });
        var region = new CareOrderService.CareOrderServiceClient(without.Invoker(TestTokens.For(Roles.ContractManager)));

        Assert.Equal("ABC-1", (await region.GetCareMessageAsync(new() { Id = taken.Message.Id })).Message.Identification);
        Assert.Equal(answer, await _files.AnswerAsync(taken.Message.Id, region));
        // What was destroyed before is passed over.
        Assert.Equal("", await host.Database.ScalarAsync<string>($"select key_id from care_message where id = '{destroyed}' and sealed_number is null"));
        Assert.Equal(unreadable.Message.SizeBytes, await SizeAsync(unreadable.Message.Id));
    }

    [Theory]
    [InlineData("update care_message set outcome = 'Refused'")]
    [InlineData("update care_message set sealed_number = sealed_number, deliverer = 'GM0106'")]
    [InlineData("delete from care_message")]
    [InlineData("truncate care_message cascade")]
    public async Task Nothing_but_its_seal_changes_of_a_message(string change)
    {
        await _files.DeliverAsync(CareFiles.Start(host.NewAgbCode()));

        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => host.Database.ExecuteAsync(change));

        Assert.Equal("23001", refused.SqlState);
    }

    private async Task<string> DestroyedAsync()
    {
        var id = (await _files.DeliverAsync(CareFiles.Start(host.NewAgbCode(), bsn: "999900007"))).Message.Id;
        await host.Database.ExecuteAsync(
            $"alter table care_message disable trigger user; update care_message set received_at = now() - interval '15 years' where id = '{id}'; alter table care_message enable trigger user");
        Assert.Equal(1, (await _files.Of(Roles.PrivacyOfficer).DestroyDueCareFilesAsync(new() { RequestId = ProcurementHost.NewId() })).DestroyedCount);
        return id;
    }

    private Task<long> SizeAsync(string id) =>
        host.Database.ScalarAsync<long>($"select sum(length(sealed) - 28)::bigint from care_file_piece where file_id = '{id}'");
}
