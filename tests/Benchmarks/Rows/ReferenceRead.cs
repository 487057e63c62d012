using Grpc.Core;
using Grpc.Net.Client;
using Regio.Benchmarks.Load;
using Regio.Benchmarks.Servers;
using Regio.Municipalities.V1;

namespace Regio.Benchmarks.Rows;

/// <summary>Reference data through the full service (token, policy, telemetry, validation, cache), against an empty method.</summary>
internal sealed class ReferenceRead : IRow
{
    private static readonly Bound s_target = Bound.AtLeast(0.60);

    public string Name => "reference-read";

    public async Task<IReadOnlyList<Outcome>> MeasureAsync(Suite suite, Plan plan, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var bare = await Bare.StartAsync(suite.Servers.Database, "select 1", cancellationToken);
        var subject = Caller("full service", suite.Channel, token => suite.Options(time, token));
        var reference = Caller("empty method", bare.Channel, token => new CallOptions(cancellationToken: token));
        var (ours, theirs) = await Duel.RunAsync(subject, reference, plan, cancellationToken);
        return [new Outcome(Name, "calls/s", "GetMunicipality, full service", "empty method", ours, theirs, s_target)];
    }

    private static Contender Caller(string name, GrpcChannel channel, Func<CancellationToken, CallOptions> options)
    {
        var client = new MunicipalityService.MunicipalityServiceClient(channel);
        var request = new GetMunicipalityRequest { Id = "GM0106" };
        return new Contender(name, (duration, cancellationToken) => ClosedLoop.RunAsync(
            async token => await client.GetMunicipalityAsync(request, options(token)), duration, cancellationToken));
    }
}
