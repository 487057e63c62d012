using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.Tests.Rounds;
using Regio.Municipalities.V1;
using Regio.Testing.Rpcs;

namespace Regio.Municipalities.Tests.Rpcs;

/// <summary>Right requests about views and decisions of bodies, for the table over all rpcs.</summary>
internal sealed class DecisionSamples(MunicipalitiesHost host) : ISampleRequests
{
    private readonly RoundWays _ways = new(host);

    public void AddTo(Samples samples) => samples
        .Add(async () => RoundWays.View(await _ways.ViewsOpenAsync()))
        .Add(async () => new RecordPublicCommentRequest
        {
            RoundId = await _ways.ViewsOpenAsync(), Organisation = "Een aanbieder", ReceivedDate = RoundWays.Past, Remarks = { "Eén." },
        })
        .Add(WeighAsync)
        .Add(async () => new ListViewsRequest { RoundId = await _ways.ViewsOpenAsync() })
        .Add(async () => new PlanDecisionRequest { RoundId = await _ways.ToAdoptAsync(), BodyId = Drenthe.AaEnHunze, PlannedDate = RoundWays.Later })
        .Add(async () => RoundWays.Vote(await _ways.ToAdoptAsync(), Drenthe.AaEnHunze))
        .Add(RuleAsync)
        .Add(CompleteAsync)
        .Add(async () => new ListDecisionsRequest { RoundId = await _ways.ToAdoptAsync() })
        .Add(async () => new ListFollowUpsRequest { RoundId = await _ways.ToAdoptAsync() });

    private async Task<WeighRemarkRequest> WeighAsync()
    {
        var (round, view) = await _ways.WeighingAsync();
        return new() { RoundId = round, ViewNumber = view, RemarkNumber = 1, Weighing = Weighing.Partly, Answer = "Deels overgenomen." };
    }

    private async Task<RuleOnDecisionRequest> RuleAsync()
    {
        var round = await _ways.ToAdoptAsync();
        var decision = (await host.Decisions.RecordDecisionAsync(RoundWays.Vote(round, Drenthe.AaEnHunze, DecisionOutcome.AdoptedWithChanges))).Decision;
        return new()
        {
            RoundId = round, DecisionNumber = decision.Number, Ruling = Ruling.TakeIntoNextVersion, RulingBodyId = Drenthe.Abo, RuledDate = RoundWays.Past, Reason = "Raakt de tekst niet.",
        };
    }

    private async Task<CompleteFollowUpRequest> CompleteAsync()
    {
        var round = await _ways.ToAdoptAsync();
        var vote = RoundWays.Vote(round, Drenthe.AaEnHunze);
        vote.FollowUps.Add(new FollowUp { Kind = FollowUpKind.Motion, Text = "Onderzoek de wachttijden.", DueDate = RoundWays.Later });
        await host.Decisions.RecordDecisionAsync(vote);
        return new() { RoundId = round, Number = 1, DoneDate = RoundWays.Past, Note = "Brief aan de raad." };
    }
}
