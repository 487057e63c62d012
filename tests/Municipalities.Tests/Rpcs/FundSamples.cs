using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.V1;
using Regio.Testing.Rpcs;

namespace Regio.Municipalities.Tests.Rpcs;

/// <summary>Right requests about funds, for the table over all rpcs.</summary>
internal sealed class FundSamples(MunicipalitiesHost host) : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(Registration)
        .Add(async () => new ApplyToFundRequest { FundId = await FundAsync(), AmountCents = 1_00, AppliedDate = RoundWays.Past })
        .Add(async () => Grant(await FundAsync()))
        .Add(async () => Commitment(await GrantedAsync()))
        .Add(SpendingAsync)
        .Add(async () => new SpendFundOnHoursRequest
        {
            FundId = await CommittedAsync(), CommitmentNumber = 2, HourClaimIds = { await ClaimAsync() }, SpentDate = RoundWays.Past, Subject = "Inzet",
        })
        .Add(async () => new ReleaseCommitmentRequest { FundId = await CommittedAsync(), CommitmentNumber = 2, AmountCents = 1, ReleasedDate = RoundWays.Past, Reason = "Niet nodig" })
        .Add(async () => new RepayFundRequest { FundId = await GrantedAsync(), AmountCents = 1_00, RepaidDate = RoundWays.Past, Reason = "Niet besteed" })
        .Add(async () => new GetFundRequest { Id = await FundAsync() })
        .Add(() => new ListFundsRequest { RegionId = "JHRD" })
        .Add(async () => new GetFundAccountRequest { Id = await FundAsync(), Year = 2021 });

    /// <summary>A fund on which something was granted, committed and spent.</summary>
    public async Task SpendAsync()
    {
        var spending = await SpendingAsync();
        spending.RequestId = GeneratedRequest.NewId();
        await host.Funds.SpendFundAsync(spending);
    }

    private static RegisterFundRequest Registration() => new()
    {
        RequestId = GeneratedRequest.NewId(),
        Fund = new()
        {
            RegionId = "JHRD",
            Kind = FundKind.EarmarkedGrant,
            Name = "SPUK Yorneo",
            Grantor = "Ministerie van VWS",
            MunicipalityId = "GM0106",
            Period = new() { StartDate = RoundWays.Past },
            Source = new() { Title = "Beschikking" },
        },
    };

    private static RecordFundGrantRequest Grant(string id) =>
        new() { RequestId = GeneratedRequest.NewId(), FundId = id, AmountCents = 1_00, DecidedDate = RoundWays.Past, Subject = "Beschikking" };

    private static CommitFundRequest Commitment(string id) =>
        new() { RequestId = GeneratedRequest.NewId(), FundId = id, AmountCents = 1_00, CommittedDate = RoundWays.Past, Subject = "Zorgmakelaars" };

    private async Task<SpendFundRequest> SpendingAsync() =>
        new() { FundId = await CommittedAsync(), CommitmentNumber = 2, AmountCents = 1_00, SpentDate = RoundWays.Past, Subject = "Inzet" };

    /// <summary>Of less than what is committed.</summary>
    private async Task<string> ClaimAsync()
    {
        var work = $"w-{Guid.NewGuid():N}";
        await host.HourClaims.SetHourRateAsync(new() { RequestId = GeneratedRequest.NewId(), Rate = new() { Work = work, RateCents = 60, StartDate = RoundWays.Past, Source = new() { Title = "Afspraak" } } });
        return (await host.HourClaims.ClaimHoursAsync(new()
        {
            RequestId = GeneratedRequest.NewId(), Claim = new() { MunicipalityId = "GM0106", Function = "projectleider", Work = work, WorkDate = RoundWays.Past, Minutes = 1 },
        })).Claim.Id;
    }

    private async Task<string> FundAsync() => (await host.Funds.RegisterFundAsync(Registration())).Fund.Id;

    private async Task<string> GrantedAsync()
    {
        var id = await FundAsync();
        await host.Funds.RecordFundGrantAsync(Grant(id));
        return id;
    }

    private async Task<string> CommittedAsync()
    {
        var id = await GrantedAsync();
        await host.Funds.CommitFundAsync(Commitment(id));
        return id;
    }
}
