using Google.Protobuf.WellKnownTypes;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Supply;

/// <summary>Between supply and its messages.</summary>
internal static class SupplyMapping
{
    public static V1.SupplyReport ToProto(this SupplyReport report, DateOnly day, int staleDays)
    {
        var message = new V1.SupplyReport
        {
            Id = report.Id.ToString("D"),
            ProviderId = report.ProviderId.ToString("D"),
            ProductId = report.ProductId,
            MeasuredDate = report.MeasuredOn.ToProto(),
            WaitingClients = report.WaitingClients,
            Stale = report.IsStale(day, staleDays),
            RecordTime = Timestamp.FromDateTimeOffset(report.RecordedAt),
        };
        if (report.Places is { } places)
            message.Places = places;
        if (report.FreePlaces is { } free)
            message.FreePlaces = free;
        if (report.WaitingDays is { } days)
            message.WaitingDays = days;
        return message;
    }

    public static SupplyNumbers ToNumbers(this V1.SupplyReport asked) => new(
        asked.HasPlaces ? asked.Places : null,
        asked.HasFreePlaces ? asked.FreePlaces : null,
        asked.WaitingClients,
        asked.HasWaitingDays ? asked.WaitingDays : null);
}
