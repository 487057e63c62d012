using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Supply.TargetPaths;

/// <summary>Between target paths and their messages.</summary>
internal static class TargetPathMapping
{
    public static TargetPathTerms ToTerms(this V1.TargetPath asked) => new(
        asked.RegionId,
        asked.ProductIds,
        [.. asked.Points.Select(point => (point.StartDate.ToDateOnly(), point.Places))],
        asked.Ground.Trim(),
        new Source(asked.Source.Title.Trim(), asked.Source.Place.Trim()));

    public static V1.TargetPath ToProto(this TargetPath path) => new()
    {
        Id = path.Id.ToString("D"),
        RegionId = path.RegionId,
        Version = path.Version,
        ProductIds = { path.Products.Select(product => product.ProductId).Order(StringComparer.Ordinal) },
        Points = { path.Points.OrderBy(point => point.StartsOn).Select(point => new V1.TargetPathPoint { StartDate = point.StartsOn.ToProto(), Places = point.Places }) },
        Ground = path.Ground,
        Source = path.Source.ToProto(),
        RecordTime = path.RecordedAt.ToProto(),
        Etag = Etag.Of(path.Version),
    };

    public static V1.TargetPathReading ToProto(this TargetPathReading reading)
    {
        var message = new V1.TargetPathReading
        {
            Date = reading.Day.ToProto(), ReportedPlaces = reading.Reported, StalePlaces = reading.Stale, MissingReports = reading.Missing,
        };
        if (reading.Target is { } target)
            message.TargetPlaces = target;
        if (reading.Deviation is { } deviation)
            message.DeviationPlaces = deviation;
        return message;
    }

    public static V1.ContractedPlaces ToProto(this ContractedPlaces part, DateOnly day, int staleDays)
    {
        var message = new V1.ContractedPlaces
        {
            ProviderId = part.ProviderId.ToString("D"),
            ProviderName = part.ProviderName,
            ProductId = part.ProductId,
            MeasuredDate = part.MeasuredOn?.ToProto(),
            Stale = part.IsStale(day, staleDays),
        };
        if (part.Places is { } places)
            message.Places = places;
        return message;
    }
}
