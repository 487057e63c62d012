using Google.Protobuf;
using Grpc.Core;
using Regio.Testing.Rpcs;

namespace Regio.ExpertTable.Tests.Access;

/// <summary>The rpcs that name a case: those that say of an id that nobody has that there is no such case.</summary>
internal static class CaseRpcs
{
    /// <summary>An emergency opens a case to who else may not see it: it is no matter of relations.</summary>
    private const string Emergency = "BreakGlass";

    public static async Task<IReadOnlyList<Rpc>> OfAsync(ExpertTableHost host, Samples samples)
    {
        var found = new List<Rpc>();
        foreach (var rpc in MappedRpcs.Of(host.Host.Services).Where(rpc => rpc.Request.FindFieldByName("id") is not null && rpc.Method.Name != Emergency))
        {
            var request = rpc.Request.Parser.ParseFrom((await samples.RequestAsync(rpc)).ToByteArray());
            rpc.Request.FindFieldByName("id").Accessor.SetValue(request, GeneratedRequest.NewId());
            if ((await rpc.CallAsync(samples.Invoker(host, rpc), request)).Is(StatusCode.NotFound, "CASE_UNKNOWN"))
                found.Add(rpc);
        }

        return found;
    }
}
