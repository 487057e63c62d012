using System.Diagnostics.Metrics;
using Regio.Procurement.Contracts;

namespace Regio.Procurement;

/// <summary>What this service counts.</summary>
internal sealed class ProcurementMetrics
{
    public const string MeterName = "Regio.Procurement";

    private readonly Counter<long> _exceptions;

    public ProcurementMetrics(IMeterFactory factory) => _exceptions = factory.Create(MeterName).CreateCounter<long>(
        "regio.procurement.scale_exceptions", "{line}", "Signed lines that stand outside the scale rule.");

    public void Signed(Contract contract)
    {
        foreach (var line in contract.Lines)
        {
            if (line.ScaleException is { } exception)
                _exceptions.Add(1, new KeyValuePair<string, object?>("regio.procurement.scale_exception", exception.Word()));
        }
    }
}
