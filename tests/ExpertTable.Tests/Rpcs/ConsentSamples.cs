using Regio.ExpertTable.V1;
using Regio.Testing.Rpcs;

namespace Regio.ExpertTable.Tests.Rpcs;

/// <summary>Right requests about consent, for the table over all rpcs.</summary>
internal sealed class ConsentSamples(ExpertTableHost host) : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(async () => Consent.Party(await host.CaseInAsync(CaseState.Registered), ConsentPartyKind.Youth))
        .Add(SaysAsync)
        .Add(async () => Consent.Ground((await host.CaseInAsync(CaseState.Registered)).Id, LegalGround.Safety))
        .Add(async () => new GetGroundsRequest { Id = (await host.CaseInAsync(CaseState.Registered)).Id });

    private async Task<RecordConsentRequest> SaysAsync()
    {
        var file = await host.CaseInAsync(CaseState.Registered);
        var party = (await host.Consents().RecordPartyAsync(Consent.Party(file, ConsentPartyKind.Youth))).PartyId;
        return Consent.Says(file.Id, party, ConsentAnswer.Given);
    }
}
