using Regio.Procurement.Tests.Features;
using Regio.Testing.Rpcs;

namespace Regio.Procurement.Tests.Rpcs;

/// <summary>On a database of its own: all of it is compared before and after each refusal, and that of the other tests is large.</summary>
public sealed class EveryRpc(ProcurementHost host) : EveryRpcTests(host), IClassFixture<ProcurementHost>;
