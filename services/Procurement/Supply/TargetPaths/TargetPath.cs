using System.Globalization;
using Regio.Procurement.Catalogue;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Supply.TargetPaths;

/// <summary>A product whose places count for a path.</summary>
internal sealed class TargetPathProduct
{
    public required string ProductId { get; init; }
}

/// <summary>From a day on, how many places there are to be.</summary>
internal sealed class TargetPathPoint
{
    public required DateOnly StartsOn { get; init; }

    public required int Places { get; init; }
}

/// <summary>What was decided of a path.</summary>
internal sealed record TargetPathTerms(
    string RegionId, IReadOnlyList<string> ProductIds, IReadOnlyList<(DateOnly StartsOn, int Places)> Points, string Ground, Source Source);

/// <summary>
/// How many places with stay a region wants from which day on (afbouwpad). It is never changed: a later version of the
/// same region takes its place, so that what was aimed at by a moment can still be told.
/// </summary>
internal sealed class TargetPath
{
    private readonly List<TargetPathProduct> _products = [];
    private readonly List<TargetPathPoint> _points = [];

    private TargetPath(Guid id) => Id = id;

    public Guid Id { get; }

    public required string RegionId { get; init; }

    /// <summary>From 1, for each region without gaps.</summary>
    public required long Version { get; init; }

    public required string Ground { get; init; }

    public required Source Source { get; init; }

    /// <summary>Subject of the token of who recorded it.</summary>
    public required string RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public IReadOnlyList<TargetPathProduct> Products => _products;

    public IReadOnlyList<TargetPathPoint> Points => _points;

    /// <param name="id">Its id.</param>
    /// <param name="last">The version whose place it takes; 0: none.</param>
    /// <param name="asked">What was decided.</param>
    /// <param name="catalogue">The products that there are.</param>
    /// <param name="now">By whom it is recorded, and when.</param>
    public static TargetPath Set(Guid id, long last, TargetPathTerms asked, ProductCatalogue catalogue, (string By, DateTimeOffset At) now)
    {
        var path = new TargetPath(id)
        {
            RegionId = asked.RegionId,
            Version = last + 1,
            Ground = asked.Ground,
            Source = asked.Source,
            RecordedBy = now.By,
            RecordedAt = now.At,
        };
        for (var i = 0; i < asked.ProductIds.Count; i++)
            path.Count(asked.ProductIds[i], catalogue, string.Create(CultureInfo.InvariantCulture, $"path.product_ids[{i}]"));
        for (var i = 0; i < asked.Points.Count; i++)
            path.AimAt(asked.Points[i], string.Create(CultureInfo.InvariantCulture, $"path.points[{i}].start_date"));
        return path;
    }

    /// <summary>The places that there are to be on a day: those of the last point by then, for nobody decided what lies between two; null before the first.</summary>
    public int? On(DateOnly day) => _points.Where(point => point.StartsOn <= day).MaxBy(point => point.StartsOn)?.Places;

    /// <summary>The days on which it is read when somebody asks on a day: those of its points before it, and that day.</summary>
    public IReadOnlyList<DateOnly> DaysUntil(DateOnly day) => [.. _points.Select(point => point.StartsOn).Where(start => start < day).Order(), day];

    /// <summary>How far it is kept on a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="contracted">What each provider under contract last reported by then.</param>
    /// <param name="staleDays">Days after which a report is too old.</param>
    public TargetPathReading Read(DateOnly day, IReadOnlyCollection<ContractedPlaces> contracted, int staleDays) => new(
        day,
        On(day),
        contracted.Sum(part => part.Places ?? 0),
        contracted.Where(part => part.IsStale(day, staleDays)).Sum(part => part.Places ?? 0),
        contracted.Count(part => part.Places is null));

    private void Count(string product, ProductCatalogue catalogue, string field)
    {
        var known = catalogue.Product(product, field);
        if (!known.WithStay)
            throw new DomainException(TargetPathRules.WithoutStay, field, new Dictionary<string, string> { ["product_id"] = product });
        if (_products.Exists(counted => counted.ProductId == product))
            throw new DomainException(TargetPathRules.ProductTwice, field, new Dictionary<string, string> { ["product_id"] = product });
        _products.Add(new TargetPathProduct { ProductId = product });
    }

    private void AimAt((DateOnly StartsOn, int Places) point, string field)
    {
        if (_points.Count > 0 && point.StartsOn <= _points[^1].StartsOn)
            throw new DomainException(TargetPathRules.OutOfOrder, field);
        _points.Add(new TargetPathPoint { StartsOn = point.StartsOn, Places = point.Places });
    }
}

/// <summary>What a provider under contract for a product last reported of it.</summary>
/// <param name="ProviderId">The provider.</param>
/// <param name="ProviderName">Its name.</param>
/// <param name="ProductId">The product.</param>
/// <param name="Places">Null: not reported.</param>
/// <param name="MeasuredOn">The day that the report is of; null: there is none.</param>
internal sealed record ContractedPlaces(Guid ProviderId, string ProviderName, string ProductId, int? Places, DateOnly? MeasuredOn)
{
    /// <param name="day">The day that is asked about.</param>
    /// <param name="staleDays">Days after which a report is too old.</param>
    public bool IsStale(DateOnly day, int staleDays) => MeasuredOn is { } measured && SupplyReport.IsStale(measured, day, staleDays);
}

/// <summary>How far a path is kept on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Target">Places that there are to be; null before the first day of the path.</param>
/// <param name="Reported">Places that are reported.</param>
/// <param name="Stale">How many of these stand in a report that is too old.</param>
/// <param name="Missing">Providers and products under contract without a number of places.</param>
internal sealed record TargetPathReading(DateOnly Day, int? Target, int Reported, int Stale, int Missing)
{
    /// <summary>Above zero there are too many places; null before the first day of the path.</summary>
    public int? Deviation => Reported - Target;
}
