using System.Text.Json.Nodes;
using Npgsql;
using Regio.Procurement.Tests.Ocds;
using Regio.Procurement.V1;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Features;

/// <summary>What is published of a procedure, by the Open Contracting Data Standard 1.1.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class OcdsTests(ProcurementHost host)
{
    private readonly ProcedureDrafts _drafts = new(host);

    [Fact]
    public async Task A_tender_with_its_contract_and_addenda_is_published_under_one_ocid_and_merges_to_what_it_is_now()
    {
        var (awarded, export) = await TenderAsync();

        var releases = Releases(export);
        Assert.Equal(["tender", "award", "awardUpdate", "contract", "contractAmendment", "contractTermination"], releases.Select(release => release["tag"]![0]!.GetValue<string>()));
        Assert.All(releases, release => Assert.Equal(export.Ocid, release["ocid"]!.GetValue<string>()));
        Assert.Equal(releases.Count, releases.Select(release => release["id"]!.GetValue<string>()).Distinct().Count());
        var record = Merge.Releases(releases);
        Assert.Equal("complete", record["tender"]!["status"]!.GetValue<string>());
        Assert.Equal("2025-04-20T23:59:59+02:00", record["tender"]!["tenderPeriod"]!["endDate"]!.GetValue<string>());
        var award = Assert.Single(record["awards"]!.AsArray())!;
        Assert.Equal(("active", awarded.Bids[0].ProviderId), (award["status"]!.GetValue<string>(), award["suppliers"]![0]!["id"]!.GetValue<string>()));
        var contract = Assert.Single(record["contracts"]!.AsArray())!;
        Assert.Equal(award["id"]!.GetValue<string>(), contract["awardID"]!.GetValue<string>());
        Assert.Equal(("terminated", "2027-06-30T23:59:59+02:00"), (contract["status"]!.GetValue<string>(), contract["period"]!["endDate"]!.GetValue<string>()));
        Assert.Equal(["1 renewal", "2 termination: provider"], contract["amendments"]!.AsArray().Select(a => $"{a!["id"]} {a["description"]}"));
        Assert.Equal(95.00m, contract["items"]![0]!["unit"]!["value"]!["amount"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task A_contract_that_goes_on_with_another_provider_is_published_on_both_sides_and_keeps_its_award()
    {
        var (awarded, continued) = await TransferredAsync();

        var export = await _drafts.Rpcs.ExportOcdsReleasesAsync(new() { Id = awarded.Id });

        Assert.Equal(["tender", "award", "awardUpdate", "contract", "contractTermination", "contract", "contractTermination", "contract", "contractAmendment"], Tags(export));
        var record = Merge.Releases(Releases(export));
        var award = Assert.Single(record["awards"]!.AsArray())!;
        Assert.Equal(awarded.Bids[0].ProviderId, Assert.Single(award["suppliers"]!.AsArray())!["id"]!.GetValue<string>());
        var contracts = record["contracts"]!.AsArray();
        Assert.Equal(3, contracts.Count);
        Assert.All(contracts, contract => Assert.Equal(award["id"]!.GetValue<string>(), contract!["awardID"]!.GetValue<string>()));
        var active = Assert.Single(contracts, contract => contract!["status"]!.GetValue<string>() == "active")!;
        var supplier = Assert.Single(active["suppliers"]!.AsArray())!;
        Assert.Equal((continued.Id, continued.ProviderId, "Cosis"), (active["id"]!.GetValue<string>(), supplier["id"]!.GetValue<string>(), supplier["name"]!.GetValue<string>()));
        Assert.Contains(record["parties"]!.AsArray(), party => party!["id"]!.GetValue<string>() == continued.ProviderId);
    }

    [Fact]
    public async Task A_provider_that_took_a_contract_over_still_has_the_contract_of_its_own_award()
    {
        var opened = await _drafts.OpenedWithAsync(bids: 2);
        foreach (var place in new[] { 0, 1 })
            opened = (await _drafts.Rpcs.AssessBidAsync(ProcedureDrafts.Assessment(opened, place))).Procedure;
        await _drafts.Rpcs.IntendAwardAsync(ProcedureDrafts.Intention(opened));
        var awarded = (await _drafts.Rpcs.AwardProcedureAsync(new() { RequestId = NewId(), Id = opened.Id, AwardDate = Day(2025, 6, 1) })).Procedure;
        var (one, other) = (awarded.Bids[0].ProviderId, awarded.Bids[1].ProviderId);
        DraftAwardedContractRequest Award(string provider)
        {
            var request = ProcedureDrafts.Award(awarded);
            request.ProviderId = provider;
            return request;
        }

        var signed = await host.SignAsync((await _drafts.Rpcs.DraftAwardedContractAsync(Award(one))).Contract);
        await TransferAsync(signed.Id, other);

        Assert.Equal(other, (await _drafts.Rpcs.DraftAwardedContractAsync(Award(other))).Contract.ProviderId);
        var again = await Refused.ByAsync(async () => await _drafts.Rpcs.DraftAwardedContractAsync(Award(other)));
        Assert.Equal("AWARD_CONTRACTED", again.Reason);
    }

    [Fact]
    public async Task An_open_house_is_published_without_intention_and_a_withdrawal_cancels()
    {
        var openHouse = await _drafts.AwardedAsync(ProcedureKind.OpenHouse);
        var withdrawn = await _drafts.PublishedAsync(ProcedureKind.Sas);
        await _drafts.Rpcs.WithdrawProcedureAsync(new() { RequestId = NewId(), Id = withdrawn.Id, Reason = "Geen behoefte" });
        var consultation = await _drafts.PublishedAsync(ProcedureKind.MarketConsultation);

        var (first, second, third) = (
            await _drafts.Rpcs.ExportOcdsReleasesAsync(new() { Id = openHouse.Id }),
            await _drafts.Rpcs.ExportOcdsReleasesAsync(new() { Id = withdrawn.Id }),
            await _drafts.Rpcs.ExportOcdsReleasesAsync(new() { Id = consultation.Id }));

        Assert.Equal(["tender", "award"], Tags(first));
        Assert.Equal(["tender", "tenderCancellation"], Tags(second));
        Assert.Equal(["planning"], Tags(third));
        Assert.Equal("cancelled", Merge.Releases(Releases(second))["tender"]!["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_release_stays_as_it_was_published_and_nothing_is_exported_before_there_is_one()
    {
        var prepared = await _drafts.PreparedAsync();
        Assert.Equal("NOTHING_PUBLISHED", (await Refused.ByAsync(async () => await _drafts.Rpcs.ExportOcdsReleasesAsync(new() { Id = prepared.Id }))).Reason);

        await _drafts.Rpcs.PublishProcedureAsync(ProcedureDrafts.Publication(prepared));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync($"update published_release set tag = 'x' where procedure_id = '{prepared.Id}'"));
        Assert.Equal("ck_published_release_stays", refused.ConstraintName);
    }

    [Fact]
    public async Task Everything_that_is_published_is_valid_by_the_public_schemas()
    {
        Assert.SkipUnless(Standards.AreThere, "The published schemas are not there; REGIO_STANDARDS names their folder.");
        var (_, tender) = await TenderAsync();
        var withdrawn = await _drafts.PublishedAsync(ProcedureKind.Sas);
        await _drafts.Rpcs.WithdrawProcedureAsync(new() { RequestId = NewId(), Id = withdrawn.Id, Reason = "Geen behoefte" });
        string[] others = [(await TransferredAsync()).Awarded.Id, withdrawn.Id, (await _drafts.AwardedAsync(ProcedureKind.OpenHouse)).Id, (await _drafts.PublishedAsync(ProcedureKind.MarketConsultation)).Id];

        Assert.Empty(await Standards.FaultsAsync(tender.Json));
        foreach (var id in others)
            Assert.Empty(await Standards.FaultsAsync((await _drafts.Rpcs.ExportOcdsReleasesAsync(new() { Id = id })).Json));

        var broken = JsonNode.Parse(tender.Json)!;
        broken["releases"]![0]!["tender"]!["status"] = "open";
        broken["releases"]![0]!.AsObject().Remove("ocid");
        Assert.True((await Standards.FaultsAsync(broken.ToJsonString())).Count >= 2);
    }

    private async Task<(Procedure Awarded, ExportOcdsReleasesResponse Export)> TenderAsync()
    {
        var awarded = await _drafts.AwardedAsync();
        var signed = await host.SignAsync((await _drafts.Rpcs.DraftAwardedContractAsync(ProcedureDrafts.Award(awarded))).Contract);
        await host.Contracts.RenewContractAsync(new() { RequestId = NewId(), Id = signed.Id, CurrentEndDate = Day(2027, 1, 1), AnnouncedDate = Day(2026, 3, 1), Reason = "Optie 1" });
        await host.Contracts.TerminateContractAsync(new() { RequestId = NewId(), Id = signed.Id, EndDate = Day(2027, 7, 1), TerminatedBy = TerminationParty.Provider, Reason = "Stopt" });
        return (awarded, await _drafts.Rpcs.ExportOcdsReleasesAsync(new() { Id = awarded.Id }));
    }

    // Twice, and then changed at the last of the three.
    private async Task<(Procedure Awarded, Contract Continued)> TransferredAsync()
    {
        var awarded = await _drafts.AwardedAsync();
        var signed = await host.SignAsync((await _drafts.Rpcs.DraftAwardedContractAsync(ProcedureDrafts.Award(awarded))).Contract);
        var first = await TransferAsync(signed.Id, (await host.CreateProviderAsync("Ambiq")).Id);
        var second = await TransferAsync(first.Id, (await host.CreateProviderAsync("Cosis")).Id, month: 9);
        await host.Contracts.RenewContractAsync(new() { RequestId = NewId(), Id = second.Id, CurrentEndDate = Day(2027, 1, 1), AnnouncedDate = Day(2026, 3, 1), Reason = "Optie 1" });
        return (awarded, second);
    }

    private async Task<Contract> TransferAsync(string contract, string provider, int month = 6) => (await host.Contracts.TransferContractAsync(new()
    {
        RequestId = NewId(), Id = contract, ToProviderId = provider, EffectiveDate = Day(2026, month, 1), Ground = TransferGround.Takeover,
    })).ContinuedContract;

    private static List<JsonNode> Releases(ExportOcdsReleasesResponse export) => [.. JsonNode.Parse(export.Json)!["releases"]!.AsArray().OfType<JsonNode>()];

    private static IEnumerable<string> Tags(ExportOcdsReleasesResponse export) => Releases(export).Select(release => release["tag"]![0]!.GetValue<string>());
}
