using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.Tests.Rounds;
using Regio.Municipalities.V1;
using Regio.Testing.Rpcs;

namespace Regio.Municipalities.Tests.Rpcs;

/// <summary>Right requests about agreements, for the table over all rpcs.</summary>
internal sealed class AgreementSamples(MunicipalitiesHost host) : ISampleRequests
{
    private static readonly string Hash = Drenthe.Hash("overeenkomst");

    public void AddTo(Samples samples) => samples
        .Add(Drafting)
        .Add(async () => Force(await DraftAsync()))
        .Add(async () => new AddAddendumRequest
        {
            Id = await InForceAsync(), Addendum = new() { Subject = "Verlenging", SignedDate = RoundWays.Past, StartDate = RoundWays.Past, ContentHash = Hash },
        })
        .Add(async () => new TerminateAgreementRequest { Id = await InForceAsync(), NoticeDate = RoundWays.Past, EndDate = RoundWays.Later, Reason = "Opgegaan in de regeling" })
        .Add(async () => Obligation(await DraftAsync()))
        .Add(async () => new FulfilObligationRequest { Id = await ObligedAsync(), Number = 1, DoneDate = RoundWays.Past, Note = "Verstuurd" })
        .Add(async () => new GetAgreementRequest { Id = await DraftAsync() })
        .Add(() => new ListAgreementsRequest { RegionId = "JHRD" })
        .Add(() => new ListAgreementAlertsRequest { RegionId = "JHRD" });

    private static DraftAgreementRequest Drafting() => new()
    {
        RequestId = GeneratedRequest.NewId(),
        Agreement = new()
        {
            RegionId = "JHRD", Kind = AgreementKind.Cooperation, Subject = "Samenwerking", MunicipalityIds = { "GM0106" }, Source = new() { Title = "Overeenkomst" },
        },
    };

    private static BringIntoForceRequest Force(string id) =>
        new() { RequestId = GeneratedRequest.NewId(), Id = id, SignedDate = RoundWays.Past, Period = new() { StartDate = RoundWays.Past }, ContentHash = Hash };

    private static AddObligationRequest Obligation(string id) => new()
    {
        RequestId = GeneratedRequest.NewId(), Id = id, Obligation = new() { Text = "Jaarverslag", OwnerBodyId = "GM0118:executive", DueDate = RoundWays.Later },
    };

    private async Task<string> DraftAsync() => (await host.Agreements.DraftAgreementAsync(Drafting())).Agreement.Id;

    private async Task<string> InForceAsync()
    {
        var id = await DraftAsync();
        await host.Agreements.BringIntoForceAsync(Force(id));
        return id;
    }

    /// <summary>With an obligation of the coordinating municipality.</summary>
    public async Task<string> ObligedAsync()
    {
        var id = await DraftAsync();
        await host.Agreements.AddObligationAsync(Obligation(id));
        return id;
    }
}
