using Grpc.Core;
using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.Tests.Rounds;
using Regio.Municipalities.Tests.Rpcs;
using Regio.Municipalities.V1;
using Regio.Testing.Rpcs;

namespace Regio.Municipalities.Tests.Handover;

/// <summary>The hand-over file over real gRPC and PostgreSQL.</summary>
public sealed class HandoverTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    private const string Assen = "GM0106";

    [Fact]
    public async Task It_tells_what_was_decided_what_is_open_and_who_owes_what()
    {
        var ways = new RoundWays(host);
        var adopted = await ways.ToAdoptAsync();
        foreach (var council in Drenthe.Councils)
        {
            var vote = RoundWays.Vote(adopted, council);
            if (council == Drenthe.Assen)
                vote.FollowUps.Add(new FollowUp { Kind = FollowUpKind.Pledge, Text = "Jaarlijks verslag aan de raad.", DueDate = RoundWays.Later });
            await host.Decisions.RecordDecisionAsync(vote);
        }

        var open = await ways.ToAdoptAsync();

        var file = await FileAsync();

        Assert.Equal((Assen, "Assen"), (file.MunicipalityId, file.MunicipalityName));
        Assert.Contains("JHRD", file.RegionIds);
        var decided = file.Decided.Single(r => r.RoundId == adopted);
        Assert.Equal(Drenthe.Assen, Assert.Single(decided.OwnDecisions).BodyId);
        Assert.Equal("Jaarlijks verslag aan de raad.", file.Pledges.Single(p => p.RoundId == adopted).FollowUp.Text);
        Assert.Contains("ligt voor tot en met", file.Open.Single(r => r.RoundId == open).Summary, StringComparison.Ordinal);
        Assert.Equal((Drenthe.Assen, DutyKind.Decision), file.Owed.Where(d => d.RoundId == open).Select(d => (d.BodyId, d.Kind)).Single());
        Assert.Contains(file.Dates, d => d.Name == $"rounds/{open}" && d.Text == "Besluit van de gemeenteraad van Assen over Regiovisie");
        Assert.Empty(file.Shortened);
        Assert.DoesNotContain((await FileAsync("GM0114")).Pledges, p => p.RoundId == adopted);
    }

    [Fact]
    public async Task It_tells_obligations_funds_and_acts_to_ratify()
    {
        var agreement = await new AgreementSamples(host).ObligedAsync();
        await new FundSamples(host).SpendAsync();
        var act = (await host.Mandates.RecordMandatedActAsync(new()
        {
            RequestId = GeneratedRequest.NewId(), Subject = "Subsidie verlengd", Mandated = "niemand", Topic = "contracting", MunicipalityIds = { Assen }, PerformedDate = RoundWays.Past,
        })).Act;

        var file = await FileAsync();

        var obligation = file.Obligations.First(o => o.AgreementId == agreement);
        Assert.Contains(file.Dates, d => d.Name == $"agreements/{agreement}" && d.Text.EndsWith(obligation.Text, StringComparison.Ordinal));
        Assert.Contains(file.Funds, f => f.Name == "SPUK Yorneo" && f.Balance.SpentCents == 1_00 && f.Entries.Count == 0);
        Assert.Equal(act.RatifyBy, file.ActsToRatify.Single(a => a.ActId == act.Id).RatifyBy);
        Assert.Equal(file.Dates.Select(d => d.Date).OrderBy(d => (d.Year, d.Month, d.Day)), file.Dates.Select(d => d.Date));
    }

    [Fact]
    public Task There_is_none_of_a_municipality_that_does_not_exist() =>
        Refusals.IsRefusedAsync("MUNICIPALITY_UNKNOWN", StatusCode.NotFound, () => FileAsync("GM9999"));

    private async Task<HandoverFile> FileAsync(string municipality = Assen) =>
        (await host.Handover.GetHandoverAsync(new() { MunicipalityId = municipality })).File;
}
