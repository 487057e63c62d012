using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.Tests.Rounds;
using Regio.Municipalities.V1;
using Regio.Testing.Rpcs;

namespace Regio.Municipalities.Tests.Rpcs;

/// <summary>Right requests about rounds, for the table over all rpcs.</summary>
internal sealed class RoundSamples(MunicipalitiesHost host) : ISampleRequests
{
    private readonly RoundWays _ways = new(host);

    public void AddTo(Samples samples) => samples
        .Add(RoundWays.Vision)
        .Add(async () => new OpenPublicCommentRequest { Id = await CreatedAsync(), ContentHash = Drenthe.Hash("comment"), DueDate = RoundWays.Later })
        .Add(async () => new OpenViewsRequest { Id = await CreatedAsync(), ContentHash = Drenthe.Hash("views"), DueDate = RoundWays.Later })
        .Add(async () => new CloseViewsRequest { Id = await _ways.ViewsOpenAsync() })
        .Add(async () => new StartWeighingRequest { Id = await _ways.ClosedAsync() })
        .Add(async () => new PublishDefinitiveRequest { Id = await _ways.DraftAsync(), ContentHash = Drenthe.Hash("definitive") })
        .Add(async () => new PublishErratumRequest { Id = await _ways.DefinitiveAsync(), ContentHash = Drenthe.Hash("erratum"), Note = "Hersteld" })
        .Add(async () => new PutToAdoptionRequest { Id = await _ways.DefinitiveAsync(), DueDate = RoundWays.Later })
        .Add(async () => new ReopenRoundRequest { Id = await _ways.NotAdoptedAsync(), Decision = RoundWays.Steering() })
        .Add(async () => new WithdrawRoundRequest { Id = await _ways.ToAdoptAsync(), Decision = RoundWays.Steering() })
        .Add(async () => new StartAtOwnRiskRequest { Id = await GateAsync(), Decision = RoundWays.Steering() })
        .Add(async () => new GetRoundRequest { Id = await _ways.DraftAsync() })
        .Add(async () => new GetRoundStatusRequest { Id = await _ways.ToAdoptAsync(), WhatIf = { new SupposedDecision { BodyId = Drenthe.Emmen } } })
        .Add(async () => new WatchRoundRequest { Id = await _ways.DraftAsync() })
        .Add(() => new ListClaimsRequest());

    private async Task<string> CreatedAsync()
    {
        var request = RoundWays.Vision();
        request.Policy = null;
        return (await host.Rounds.CreateRoundAsync(request)).Round.Id;
    }

    private async Task<string> GateAsync()
    {
        var request = RoundWays.Vision();
        (request.Kind, request.Policy) = (RoundKind.Gate, null);
        var id = (await host.Rounds.CreateRoundAsync(request)).Round.Id;
        await host.Rounds.PublishDefinitiveAsync(new() { RequestId = RoundWays.NewId(), Id = id, ContentHash = Drenthe.Hash(id) });
        await host.Rounds.PutToAdoptionAsync(new() { RequestId = RoundWays.NewId(), Id = id, DueDate = RoundWays.Later });
        return id;
    }
}
