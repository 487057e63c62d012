using Regio.Messages.Procurement.V1;

namespace Regio.Procurement.CareOrders.Claims;

/// <summary>What is told of a sum.</summary>
internal static class CareVolumeMapping
{
    public static CareVolumeChanged ToEvent(this CareVolume volume, DateTimeOffset now) => new()
    {
        CareVolumeId = volume.Id,
        AggregateVersion = volume.Version,
        OccurredAt = now,
        ProviderAgbCode = volume.ProviderAgbCode,
        MunicipalityId = volume.MunicipalityId,
        CareCategory = volume.Category,
        CareCode = volume.Code,
        Unit = volume.Unit,
        Month = volume.Month,
        Volume = volume.Volume,
        AmountCents = volume.Cents,
        Clients = volume.Clients,
    };
}
