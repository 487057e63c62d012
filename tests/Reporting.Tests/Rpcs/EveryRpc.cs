using Regio.Testing.Rpcs;

namespace Regio.Reporting.Tests.Rpcs;

public sealed class EveryRpc(DrentheMonitor drenthe) : EveryRpcTests(drenthe.Host), IClassFixture<DrentheMonitor>;
