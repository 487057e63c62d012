using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.Testing.Rpcs;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Rpcs;

/// <summary>A right request for a letter, for the table over all rpcs.</summary>
internal sealed class LetterSamples(ProcurementHost host) : ISampleRequests
{
    public void AddTo(Samples samples) => samples.Add(async () => new WriteLetterRequest
    {
        Kind = LetterKind.TariffSheet, Id = (await host.SignAsync(await host.DraftAsync())).Id, AsOf = Day(2026, 3, 1), Format = LetterFormat.Html,
    });
}
