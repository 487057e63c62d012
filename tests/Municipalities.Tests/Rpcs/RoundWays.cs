using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.Tests.Rounds;
using Regio.Municipalities.V1;
using Regio.Testing.Rpcs;
using Date = Regio.Common.V1.Date;

namespace Regio.Municipalities.Tests.Rpcs;

/// <summary>Brings rounds to where a request is right.</summary>
internal sealed class RoundWays(MunicipalitiesHost host)
{
    public static readonly Date Past = new() { Year = 2021, Month = 1, Day = 15 };
    public static readonly Date Later = new() { Year = 2099, Month = 2, Day = 1 };

    public static string NewId() => GeneratedRequest.NewId();

    public static CreateRoundRequest Vision() => new()
    {
        RequestId = NewId(), Kind = RoundKind.RegionalVision, RegionId = "JHRD", Subject = "Regiovisie", Policy = new()
        {
            Steps = { new DecisionStep { Code = "adoption", Title = "vaststelling door de raden", BodyKinds = { BodyKind.Council }, Act = StepAct.Adopt } },
        },
    };

    public static RecordDecisionRequest Vote(string round, string body, DecisionOutcome outcome = DecisionOutcome.Adopted) => new()
    {
        RequestId = NewId(), RoundId = round, BodyId = body, Outcome = outcome, DecidedDate = Past, LiteralText = "In te stemmen.", ContentHash = Drenthe.Hash(round),
    };

    public static SteeringDecision Steering() => new() { BodyId = Drenthe.Abo, DecidedDate = Past, LiteralText = "Besluit van het ABO." };

    public async Task<string> DraftAsync() => (await host.Rounds.CreateRoundAsync(Vision())).Round.Id;

    /// <summary>Views are open, with the rules of its kind.</summary>
    public async Task<string> ViewsOpenAsync()
    {
        var request = Vision();
        request.Policy = null;
        var id = (await host.Rounds.CreateRoundAsync(request)).Round.Id;
        await host.Rounds.OpenPublicCommentAsync(new() { RequestId = NewId(), Id = id, ContentHash = Drenthe.Hash(id), DueDate = Past });
        await host.Rounds.OpenViewsAsync(new() { RequestId = NewId(), Id = id, ContentHash = Drenthe.Hash(id), DueDate = Past });
        return id;
    }

    public async Task<string> ClosedAsync()
    {
        var id = await ViewsOpenAsync();
        await host.Rounds.CloseViewsAsync(new() { RequestId = NewId(), Id = id });
        return id;
    }

    /// <summary>With one view that has a remark, which waits for its answer.</summary>
    public async Task<(string Round, int View)> WeighingAsync()
    {
        var id = await ViewsOpenAsync();
        var view = (await host.Views.RecordViewAsync(View(id))).View.Number;
        await host.Rounds.CloseViewsAsync(new() { RequestId = NewId(), Id = id });
        await host.Rounds.StartWeighingAsync(new() { RequestId = NewId(), Id = id });
        return (id, view);
    }

    public async Task<string> DefinitiveAsync()
    {
        var id = await DraftAsync();
        await host.Rounds.PublishDefinitiveAsync(new() { RequestId = NewId(), Id = id, ContentHash = Drenthe.Hash(id) });
        return id;
    }

    public async Task<string> ToAdoptAsync()
    {
        var id = await DefinitiveAsync();
        await host.Rounds.PutToAdoptionAsync(new() { RequestId = NewId(), Id = id, DueDate = Later });
        return id;
    }

    public async Task<string> NotAdoptedAsync()
    {
        var id = await ToAdoptAsync();
        await host.Decisions.RecordDecisionAsync(Vote(id, Drenthe.Emmen, DecisionOutcome.Rejected));
        return id;
    }

    public static RecordViewRequest View(string round) => new()
    {
        RequestId = NewId(), RoundId = round, BodyId = Drenthe.AaEnHunze, Act = ViewAct.Submit, ReceivedDate = Past, Remarks = { "Borg dit in de uitvoering." },
    };
}
