using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.V1;
using Regio.Testing.Rpcs;

namespace Regio.Municipalities.Tests.Rpcs;

/// <summary>Right requests about mandates, for the table over all rpcs.</summary>
internal sealed class MandateSamples(MunicipalitiesHost host) : ISampleRequests
{
    private const string Assen = "GM0106:executive";

    public void AddTo(Samples samples) => samples
        .Add(async () => new CreateMandateRequest { Mandate = Sub(await MandateAsync()) })
        .Add(async () => Grant(await MandateAsync()))
        .Add(async () => new RecordWithdrawalRequest { MandateId = await GrantedAsync(), BodyId = Assen, WithdrawnDate = RoundWays.Past })
        .Add(async () => new RecordConsentRequest { MandateId = await MandateAsync(), Party = ConsentParty.Employer, ConsentDate = RoundWays.Past })
        .Add(() => new CheckMandateRequest { Mandated = "regiomanager", Topic = "contracting", MunicipalityIds = { "GM0106" } })
        .Add(Act)
        .Add(async () => new RecordRatificationRequest { ActId = await ActedAsync(), BodyId = Assen, Ratified = true, DecidedDate = RoundWays.Past })
        .Add(async () => new GetMandateRequest { Id = await MandateAsync() })
        .Add(() => new ListMandatesRequest { RegionId = "JHRD" })
        .Add(() => new ListMandatedActsRequest { MunicipalityId = "GM0106" });

    private static Mandate Sub(string parent) => new() { RegionId = "JHRD", Mandated = "contractmanager", Topics = { "contracting" }, ParentId = parent };

    private static RecordGrantRequest Grant(string mandate) => new()
    {
        RequestId = GeneratedRequest.NewId(),
        MandateId = mandate,
        BodyId = Assen,
        Period = new() { StartDate = RoundWays.Past },
        Source = new() { Title = "Collegebesluit", Place = "punt 1" },
    };

    private static RecordMandatedActRequest Act() => new()
    {
        RequestId = GeneratedRequest.NewId(),
        Subject = "Contract gesloten jeugdhulp",
        Mandated = "niemand",
        Topic = "contracting",
        MunicipalityIds = { "GM0106" },
        PerformedDate = RoundWays.Past,
    };

    private async Task<string> MandateAsync() => (await host.Mandates.CreateMandateAsync(new()
    {
        RequestId = GeneratedRequest.NewId(),
        Mandate = new() { RegionId = "JHRD", Mandated = "regiomanager", Topics = { "contracting" }, SubMandateAllowed = true },
    })).Mandate.Id;

    private async Task<string> GrantedAsync()
    {
        var id = await MandateAsync();
        await host.Mandates.RecordGrantAsync(Grant(id));
        return id;
    }

    private async Task<string> ActedAsync() => (await host.Mandates.RecordMandatedActAsync(Act())).Act.Id;
}
