using Regio.Procurement.V1;
using Regio.Testing.Rpcs;

namespace Regio.Procurement.Tests.Rpcs;

/// <summary>A right request about congruence, for the table over all rpcs.</summary>
internal sealed class CongruenceSamples : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(() => new CompareRegionsRequest { FirstBuyerId = "ZD", SecondBuyerId = "NMD", ProductId = "ambulatory-help" });
}
