using Regio.Messages.Procurement.V1;
using static Regio.Reporting.Tests.Projection.Samples.SampleEvents;

namespace Regio.Reporting.Tests.Projection.Samples;

internal sealed class VolumeSamples : ISampleEvents
{
    public IEnumerable<object> Events =>
    [
        Of(First, 1, volume: 10, clients: 2),
        Of(First, 2, volume: 60, clients: 7),
        Of(First, 3, volume: 50, clients: 6),
        Of(Second, 1, volume: 5, clients: 1, provider: "73000002"),
        Of(Third, 1, volume: 4, clients: 1, municipality: "GM0114"),
        Of(Third, 2, volume: 0, clients: 0, municipality: "GM0114"),
    ];

    /// <summary>Hours at € 95.00 in January.</summary>
    public static CareVolumeChanged Of(Guid id, long version, long volume, int clients, string provider = "73000001", string municipality = "GM0106") => new()
    {
        CareVolumeId = id,
        AggregateVersion = version,
        OccurredAt = DateTimeOffset.UnixEpoch.AddYears(56).AddMinutes(version),
        ProviderAgbCode = provider,
        MunicipalityId = municipality,
        CareCategory = "45",
        CareCode = "45A04",
        Unit = "04",
        Month = new DateOnly(2026, 1, 1),
        Volume = volume,
        AmountCents = volume * 9500,
        Clients = clients,
    };
}
