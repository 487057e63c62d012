using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Regio.Common.V1;
using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.V1;
using Regio.Testing;
using Regio.Testing.Rpcs;

namespace Regio.Municipalities.Tests.Register;

/// <summary>The ledger of contradictions, and which source is followed.</summary>
public sealed class ClaimFeatureTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    private const string Published = "split-of-procurement";

    private static readonly Source s_minutes = new() { Title = "Besluitenlijst colleges", Place = "punt 4" };

    private readonly string _topic = $"proef-{Guid.NewGuid():N}";

    [Fact]
    public async Task What_a_source_says_stands_beside_the_others_and_is_not_followed_by_itself()
    {
        var first = await RecordAsync("2017", new() { Title = "Rapport", Place = "blz. 3" });
        await RecordAsync("2018", s_minutes);

        Assert.False(first.Followed);
        Assert.Equal(["2018", "2017"], (await ListAsync()).Select(claim => claim.Value));
        await Refusals.IsRefusedAsync("CLAIM_KNOWN", StatusCode.AlreadyExists, () => RecordAsync("2019", s_minutes));
        await Refusals.IsRefusedAsync("CLAIM_QUESTION_DIFFERS", StatusCode.InvalidArgument, () => RecordAsync("2019", new() { Title = "Krant", Place = "blz. 1" }, "Iets anders"));
    }

    [Fact]
    public async Task Another_choice_says_why_for_both_sources_and_what_was_chosen_before_can_be_asked()
    {
        var report = (await RecordAsync("2017", new() { Title = "Rapport", Place = "blz. 3" })).Source;
        await RecordAsync("2018", s_minutes);
        await FollowAsync(report, "Twee plaatsen.");
        var before = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow());

        await Refusals.IsRefusedAsync("CLAIM_FOLLOWED", StatusCode.FailedPrecondition, () => FollowAsync(report, "Twee plaatsen.", "Oud."));
        await Refusals.IsRefusedAsync("CLAIM_REASON_PER_SOURCE", StatusCode.InvalidArgument, () => FollowAsync(s_minutes, "Het besluit zelf."));
        await Refusals.IsRefusedAsync("CLAIM_UNKNOWN", StatusCode.NotFound, () => FollowAsync(new() { Title = "Krant", Place = "blz. 1" }, "Nieuws.", "Oud."));
        var now = await FollowAsync(s_minutes, "Het besluit zelf.", "Het rapport vatte samen.");

        Assert.Equal(["2018 True Het besluit zelf.", "2017 False Het rapport vatte samen."], now.Select(Text));
        Assert.Equal(now, await ListAsync());
        Assert.Equal(["2018 False Nog niet bezien.", "2017 True Twee plaatsen."], (await ListAsync(before)).Select(Text));
        Assert.DoesNotContain(await FollowAsync(source: null, "", "Beide spreken zich tegen."), claim => claim.Followed);
    }

    [Fact]
    public async Task A_published_topic_that_somebody_judged_is_not_changed_by_what_is_published()
    {
        var published = (await host.Register.ListClaimsAsync(new() { Topic = Published })).Claims;
        var other = published.Single(claim => !claim.Followed);
        await host.Keeping.FollowClaimAsync(new()
        {
            RequestId = GeneratedRequest.NewId(), Topic = Published, Source = other.Source, Reason = "Bevestigd door de wethouders.", PreviousReason = "Een jaar te vroeg.",
        });

        await using (var second = await host.StartAsync())
        {
            using var http = second.CreateHttpClient();
            await Eventually.Holds("another process has loaded what is published", async () =>
            {
                using var answer = await http.GetAsync(new Uri("/health", UriKind.Relative));
                return answer.IsSuccessStatusCode;
            });
        }

        Assert.Equal(other.Source, (await host.Register.ListClaimsAsync(new() { Topic = Published })).Claims.Single(claim => claim.Followed).Source);
    }

    [Fact]
    public async Task Of_two_who_choose_at_once_one_is_told_what_is_followed()
    {
        await RecordAsync("2018", s_minutes);

        var tries = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            try
            {
                await FollowAsync(s_minutes, "Het besluit zelf.");
                return "";
            }
            catch (RpcException refused)
            {
                return refused.GetRpcStatus()?.GetDetail<Google.Rpc.ErrorInfo>()?.Reason ?? refused.Status.Detail;
            }
        }));

        Assert.Single(tries, "");
        Assert.All(tries.Where(reason => reason.Length > 0), reason => Assert.Equal("CLAIM_FOLLOWED", reason));
    }

    private static string Text(Claim claim) => $"{claim.Value} {claim.Followed} {claim.Reason}";

    private async Task<Claim> RecordAsync(string value, Source source, string statement = "Vanaf wanneer iets geldt") => (await host.Keeping.RecordClaimAsync(new()
    {
        RequestId = GeneratedRequest.NewId(), Claim = new() { Topic = _topic, Statement = statement, Value = value, Source = source, Reason = "Nog niet bezien." },
    })).Claim;

    private async Task<IEnumerable<Claim>> FollowAsync(Source? source, string reason, string previousReason = "") => (await host.Keeping.FollowClaimAsync(new()
    {
        RequestId = GeneratedRequest.NewId(), Topic = _topic, Source = source, Reason = reason, PreviousReason = previousReason,
    })).Claims;

    private async Task<IEnumerable<Claim>> ListAsync(Timestamp? knownAt = null)
    {
        // What was recorded comes into the register by way of the database.
        await Eventually.Holds("the register has heard of it", async () => (await host.Register.ListClaimsAsync(new() { Topic = _topic })).Claims.Count == 2);
        return (await host.Register.ListClaimsAsync(new() { Topic = _topic, KnownAt = knownAt })).Claims;
    }
}
