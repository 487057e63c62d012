using Regio.Municipalities.Tests.Features;
using Regio.Testing.Rpcs;

namespace Regio.Municipalities.Tests.Rpcs;

public sealed class EveryRpc(MunicipalitiesHost host) : EveryRpcTests(host), IClassFixture<MunicipalitiesHost>;
