using Regio.Procurement.Tests.Features;
using Regio.Testing.Rpcs;

namespace Regio.Procurement.Tests.Rpcs;

[Collection(nameof(ProcurementHost))]
public sealed class EveryRpc(ProcurementHost host) : EveryRpcTests(host);
