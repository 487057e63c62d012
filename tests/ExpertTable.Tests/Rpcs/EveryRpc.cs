using Regio.Testing.Rpcs;

namespace Regio.ExpertTable.Tests.Rpcs;

public sealed class EveryRpc(ExpertTableHost host) : EveryRpcTests(host), IClassFixture<ExpertTableHost>;
