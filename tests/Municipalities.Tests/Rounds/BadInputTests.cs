using Grpc.Core;
using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.Tests.Rpcs;
using Regio.Municipalities.V1;

namespace Regio.Municipalities.Tests.Rounds;

/// <summary>What a round refuses without changing, and what it records without effect, over real gRPC and PostgreSQL.</summary>
public sealed class BadInputTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    private readonly RoundWays _ways = new(host);

    [Fact]
    public async Task A_version_with_unanswered_remarks_is_not_published()
    {
        var (id, view) = await _ways.WeighingAsync();

        await IsRefusedAndChangesNothingAsync(id, "REMARKS_NOT_WEIGHED", () => PublishAsync(id));

        await WeighAsync(id, view);
        Assert.Equal(RoundState.Definitive, (await PublishAsync(id)).State);
    }

    [Fact]
    public async Task A_weighing_that_leaves_a_view_out_is_not_the_end_of_it()
    {
        var id = await _ways.ViewsOpenAsync();
        var first = (await host.Views.RecordViewAsync(RoundWays.View(id))).View.Number;
        var second = RoundWays.View(id);
        second.BodyId = Drenthe.Emmen;
        var left = (await host.Views.RecordViewAsync(second)).View.Number;
        await host.Rounds.CloseViewsAsync(new() { RequestId = RoundWays.NewId(), Id = id });
        await host.Rounds.StartWeighingAsync(new() { RequestId = RoundWays.NewId(), Id = id });
        await WeighAsync(id, first);

        await IsRefusedAndChangesNothingAsync(id, "REMARKS_NOT_WEIGHED", () => PublishAsync(id));

        await WeighAsync(id, left);
        Assert.Equal(RoundState.Definitive, (await PublishAsync(id)).State);
    }

    [Fact]
    public async Task An_amendment_is_recorded_without_effect_and_waits_for_a_ruling()
    {
        var id = await _ways.ToAdoptAsync();

        var amended = (await host.Decisions.RecordDecisionAsync(RoundWays.Vote(id, Drenthe.Assen, DecisionOutcome.AdoptedWithChanges))).Decision;

        Assert.Equal(("In te stemmen.", false), (amended.LiteralText, amended.Counts));
        var status = (await host.Standing.GetRoundStatusAsync(new() { Id = id })).Status;
        Assert.Equal(0, status.Steps[0].Counting);
        Assert.Equal(Drenthe.Abo, status.Owed.Single(d => d.Kind == DutyKind.Ruling).BodyId);
    }

    [Fact]
    public async Task A_vote_on_an_old_version_is_recorded_and_flagged()
    {
        var id = await _ways.NotAdoptedAsync();
        await host.Rounds.ReopenRoundAsync(new() { RequestId = RoundWays.NewId(), Id = id, Decision = RoundWays.Steering() });

        var old = (await host.Decisions.RecordDecisionAsync(RoundWays.Vote(id, Drenthe.Meppel))).Decision;

        Assert.Equal(("VOTE_ON_OLD_VERSION", false), (Assert.Single(old.Flags), old.Counts));
    }

    [Fact]
    public async Task A_late_view_is_recorded_and_flagged_and_nothing_waits_for_it()
    {
        var id = await _ways.ClosedAsync();
        var late = RoundWays.View(id);
        late.ReceivedDate = new() { Year = 2021, Month = 1, Day = 16 };

        var view = (await host.Views.RecordViewAsync(late)).View;

        Assert.Equal((ViewState.SubmittedLate, "VIEW_LATE"), (view.State, Assert.Single(view.Flags)));
        await host.Rounds.StartWeighingAsync(new() { RequestId = RoundWays.NewId(), Id = id });
        Assert.Equal(RoundState.Definitive, (await PublishAsync(id)).State);
    }

    [Fact]
    public async Task Of_two_writers_with_the_same_etag_one_is_told_that_it_is_stale()
    {
        var id = await _ways.DraftAsync();
        var etag = (await host.Rounds.GetRoundAsync(new() { Id = id })).Round.Etag;

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            try
            {
                await PublishAsync(id, etag);
                return StatusCode.OK;
            }
            catch (RpcException refused)
            {
                return refused.StatusCode;
            }
        }));

        Assert.Equal([StatusCode.OK, StatusCode.Aborted], answers.Order());
        Assert.Equal(1, await host.Database.ScalarAsync<long>($"select count(*) from round_text where round_id = '{id}' and definitive"));
    }

    private async Task<Round> PublishAsync(string id, string etag = "") => (await host.Rounds.PublishDefinitiveAsync(
        new() { RequestId = RoundWays.NewId(), Id = id, Etag = etag, ContentHash = Drenthe.Hash("v1" + id) })).Round;

    private async Task WeighAsync(string id, int view) => await host.Views.WeighRemarkAsync(new()
    {
        RequestId = RoundWays.NewId(), RoundId = id, ViewNumber = view, RemarkNumber = 1, Weighing = Weighing.Adopted, Answer = "Overgenomen.",
    });

    private async Task IsRefusedAndChangesNothingAsync(string id, string reason, Func<Task> call)
    {
        var before = (await host.Standing.GetRoundStatusAsync(new() { Id = id })).Status;

        await Refusals.IsRefusedAsync(reason, StatusCode.FailedPrecondition, call);

        Assert.Equal(before, (await host.Standing.GetRoundStatusAsync(new() { Id = id })).Status);
    }
}
