using Grpc.Core;
using Npgsql;
using Regio.Procurement.Tests.Features;
using Regio.ServiceDefaults.Security;
using static Regio.Procurement.Tests.CareOrders.CareLetters;

namespace Regio.Procurement.Tests.CareOrders.Retention;

/// <summary>What may not be destroyed, by whom, and what may not come back.</summary>
[Collection(nameof(CareRetention))]
public sealed class CareRetentionRefusalTests(ProcurementHost host) : CareRetention(host)
{
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
        await RefusesAsync(change, await TakesAsync(Letters.Assign(Assigned(Number))));

    [Theory]
    [InlineData("update care_message set destroyed_on = null where id = '{0}'")]
    [InlineData("update care_message set destroyed_on = destroyed_on - 1 where id = '{0}'")]
    [InlineData("update care_message set outcome = 'Refused' where id = '{0}'")]
    [InlineData("update care_message set key_id = 'first', sealed_number = 'x' where id = '{0}'")]
    [InlineData("update care_client set number_hash = 'x' where id in (select client_id from care_assignment where provider_agb_code = '{1}')")]
    public async Task What_was_destroyed_stays_so(string change)
    {
        var id = await TakesAsync(Letters.Assign(Assigned(Number)));
        await LongAgoAsync(id);
        await AssignedUntilAsync(Number, new DateOnly(2012, 1, 1));
        await DestroyAsync();

        await RefusesAsync(change, id);
    }

    [Fact]
    public async Task Only_who_keeps_the_files_of_all_destroys_them()
    {
        foreach (var keeper in new[] { Files.Of(Roles.PrivacyOfficer, municipality: "GM0106"), Files.Of(Roles.PrivacyOfficer, provider: (await Host.CreateProviderAsync()).Id) })
        {
            var act = await Refused.ByAsync(() => DestroyAsync(keeper));
            var count = await Refused.ByAsync(async () => await keeper.GetCareRetentionAsync(new()));
            Assert.All([act, count], refused => Assert.Equal((StatusCode.PermissionDenied, "OTHER_PARTY_DATA"), (refused.Code, refused.Reason)));
        }

        foreach (var role in new[] { Roles.ContractManager, Roles.Regiomanager, Roles.Operator, Roles.Service, Roles.Provider })
            Assert.Equal("ROLE_NOT_ALLOWED", (await Refused.ByAsync(() => DestroyAsync(Files.Of(role)))).Reason);
    }

    private async Task RefusesAsync(string change, string id)
    {
        var statement = change.Replace("{0}", id, StringComparison.Ordinal).Replace("{1}", Letters.AgbCode, StringComparison.Ordinal);
        Assert.Equal("23001", (await Assert.ThrowsAsync<PostgresException>(() => Host.Database.ExecuteAsync(statement))).SqlState);
    }
}
