using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Time;
using Regio.Testing;
using Regio.Testing.Rpcs;

namespace Regio.Municipalities.Tests.Rounds;

/// <summary>Rounds in which municipalities go over into another, over real gRPC and PostgreSQL.</summary>
public sealed class RoundMergerFeatureTests(MunicipalitiesHost host, TestServers servers) : IClassFixture<MunicipalitiesHost>
{
    private static readonly DateOnly Today = TimeProvider.System.DutchToday();

    [Fact]
    public async Task A_merger_that_is_known_ahead_shows_in_the_status_of_its_day_and_not_before()
    {
        var round = await ToAdoptAsync();
        await VoteAsync(round, "GM1680:council");
        var on = Today.AddYears(1);
        await MergeAsync(on, new() { Id = "GM9101", Name = "Hunzedal" }, "GM1680", "GM1730");

        var before = await StatusAsync(round, on.AddDays(-1));
        var after = await StatusAsync(round, on, new SupposedDecision { BodyId = "GM9101:council", Adopts = false });

        var councils = before.Status.Steps[0].Bodies.Count;
        Assert.Equal((councils, 1), (before.Status.Steps[0].Required, before.Status.Steps[0].Counting));
        Assert.Contains(before.Status.Owed, d => d.BodyId == "GM1730:council");
        Assert.Equal((councils - 1, 0), (after.Status.Steps[0].Required, after.Status.Steps[0].Counting));
        Assert.Equal("gemeenteraad van Hunzedal", Assert.Single(after.Status.Owed, d => d.MunicipalityId == "GM9101").BodyName);
        Assert.DoesNotContain(after.Status.Owed, d => d.MunicipalityId is "GM1680" or "GM1730");
        Assert.Contains("Gemeenteraad van Hunzedal kwam in de plaats van gemeenteraad van Aa en Hunze", after.Status.Summary, StringComparison.Ordinal);
        Assert.Equal(RoundState.NotAdopted, after.WhatIf.State);
        Assert.Contains(await OwedAsync(round), d => d.BodyId == "GM1730:council");
        await Refusals.IsRefusedAsync("ROUND_BODY_ENDED", StatusCode.FailedPrecondition, async () =>
            await StatusAsync(round, on, new SupposedDecision { BodyId = "GM1730:council", Adopts = true }));
        await Refusals.IsRefusedAsync("ROUND_STATUS_DAY_PAST", StatusCode.InvalidArgument, async () => await StatusAsync(round, Today.AddDays(-2)));
    }

    [Fact]
    public async Task On_the_day_itself_the_list_names_the_successor_and_the_round_goes_on_to_its_adoption()
    {
        var round = await ToAdoptAsync();
        await VoteAsync(round, "GM0119:council");
        await VoteAsync(round, "GM1690:council");
        await MergeAsync(Today, new() { Id = "GM9102", Name = "Reestdal" }, "GM0119", "GM1690");
        // One that has nothing to say, into one that goes on.
        await MergeAsync(Today, new() { Id = "GM0118" }, "GM1701");

        await Eventually.Holds("the list follows the merger", async () => !(await OwedAsync(round)).Any(d => d.MunicipalityId == "GM1701"));
        Assert.DoesNotContain(await OwedAsync(round), d => d.MunicipalityId is "GM0119" or "GM1690" or "GM9102");
        var body = (await StatusAsync(round)).Status.Steps[0].Bodies.Single(b => b.BodyId == "GM9102:council");
        Assert.Equal(Verdict.Counts, body.Verdict);
        Assert.Equal(["GM0119:council", "GM1690:council"], body.InheritedFromBodyIds);
        foreach (var owed in await OwedAsync(round))
            await VoteAsync(round, owed.BodyId);

        var status = (await StatusAsync(round)).Status;
        Assert.Equal((RoundState.Adopted, 10, 10), (status.Round.State, status.Steps[0].Required, status.Steps[0].Counting));
        Assert.Equal("GM9102:council", status.Round.Bodies.Single(b => b.Id == "GM0119:council").SuccessorBodyId);
        Assert.Equal(1, await host.Database.ScalarAsync<long>(
            $"select count(*) from outbox_message where message_type like '%VisionAdopted%' and lane = '{round}'"));

        // A round over the members of an earlier day begins with their successors.
        var late = (await host.Rounds.CreateRoundAsync(new()
        {
            RequestId = GeneratedRequest.NewId(), Kind = RoundKind.RegionalVision, RegionId = "JHRD", Subject = "Regiovisie", AsOf = Today.AddDays(-1).ToProto(),
        })).Round;
        Assert.Equal("GM9102:council", late.Bodies.Single(b => b.Id == "GM0119:council").SuccessorBodyId);
    }

    [Fact]
    public async Task The_list_follows_by_itself_where_nothing_runs_in_the_background()
    {
        await using var alone = new MunicipalitiesHost(servers)
        {
            Changes = services => services.Remove(services.Single(s => s.ImplementationType == typeof(HandOverOfRounds))),
        };
        await alone.InitializeAsync();
        var tests = new RoundMergerFeatureTests(alone, servers);
        var round = await tests.ToAdoptAsync();

        await tests.MergeAsync(Today, new() { Id = "GM9103", Name = "Hunzedal" }, "GM1680", "GM1730");

        await Eventually.Holds("the list follows the merger", async () => (await tests.OwedAsync(round)).Any(d => d.MunicipalityId == "GM9103"));
        Assert.DoesNotContain(await tests.OwedAsync(round), d => d.MunicipalityId is "GM1680" or "GM1730");
    }

    [Fact]
    public async Task The_list_answers_also_while_somebody_holds_the_round_that_is_to_follow()
    {
        await using var alone = new MunicipalitiesHost(servers);
        await alone.InitializeAsync();
        var tests = new RoundMergerFeatureTests(alone, servers);
        var round = await tests.ToAdoptAsync();
        await using var somebody = new NpgsqlConnection(alone.Database.ConnectionString);
        await somebody.OpenAsync();
        await using var held = await somebody.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand($"select 1 from decision_round where id = '{round}' for update", somebody, held))
            await hold.ExecuteNonQueryAsync();

        await tests.MergeAsync(Today, new() { Id = "GM9104", Name = "Hunzedal" }, "GM1680", "GM1730");

        Assert.NotEmpty(await tests.OwedAsync(round));
        await held.RollbackAsync();
        await Eventually.Holds("the list follows the merger", async () => (await tests.OwedAsync(round)).Any(d => d.MunicipalityId == "GM9104"));
    }

    private async Task<string> ToAdoptAsync()
    {
        var policy = new RoundPolicy { Steps = { new DecisionStep { Code = "adopt", Title = "vaststelling", Act = StepAct.Adopt, BodyKinds = { BodyKind.Council } } } };
        var round = (await host.Rounds.CreateRoundAsync(new()
        {
            RequestId = GeneratedRequest.NewId(), Kind = RoundKind.RegionalVision, RegionId = "JHRD", Subject = "Regiovisie", Policy = policy,
        })).Round;
        await host.Rounds.PublishDefinitiveAsync(new() { RequestId = GeneratedRequest.NewId(), Id = round.Id, ContentHash = Drenthe.Hash(round.Id) });
        await host.Rounds.PutToAdoptionAsync(new() { RequestId = GeneratedRequest.NewId(), Id = round.Id, DueDate = Today.AddYears(2).ToProto() });
        return round.Id;
    }

    private async Task VoteAsync(string round, string council) => await host.Decisions.RecordDecisionAsync(new()
    {
        RequestId = GeneratedRequest.NewId(), RoundId = round, BodyId = council, Outcome = DecisionOutcome.Adopted,
        DecidedDate = (council.StartsWith("GM91", StringComparison.Ordinal) ? Today : Today.AddDays(-1)).ToProto(), LiteralText = "In te stemmen.", ContentHash = Drenthe.Hash(round),
    });

    private async Task MergeAsync(DateOnly on, Successor successor, params string[] ended) => await host.Keeping.RecordMergerAsync(new()
    {
        RequestId = GeneratedRequest.NewId(), EffectiveDate = on.ToProto(), EndedMunicipalityIds = { ended }, Successor = successor, Source = new() { Title = "Herindelingswet" },
    });

    private async Task<GetRoundStatusResponse> StatusAsync(string round, DateOnly? day = null, params SupposedDecision[] supposed) =>
        await host.Standing.GetRoundStatusAsync(new() { Id = round, AsOf = day?.ToProto(), WhatIf = { supposed } });

    private async Task<IEnumerable<Duty>> OwedAsync(string round) =>
        (await host.Standing.ListOwedAsync(new() { RoundId = round, Kind = DutyKind.Decision })).Owed;
}
