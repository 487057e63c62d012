namespace Regio.Procurement.CareOrders.Claims;

/// <summary>What was granted of a product for a month of delivery, between two sides.</summary>
/// <param name="Category">Product category (JZ020).</param>
/// <param name="Code">Product code.</param>
/// <param name="Unit">What the volume counts (WJ756).</param>
/// <param name="Month">First day of the month.</param>
internal sealed record VolumeKey(string Category, string Code, string Unit, DateOnly Month);

/// <summary>The sum of the open lines of a product, month and unit between two sides: price and quantity for reporting. Its lines are the truth.</summary>
internal sealed class CareVolume
{
    private CareVolume(Guid id) => Id = id;

    public Guid Id { get; }

    public required string ProviderAgbCode { get; init; }

    public required string MunicipalityId { get; init; }

    public required string Category { get; init; }

    public required string Code { get; init; }

    public required string Unit { get; init; }

    /// <summary>First day of the month of delivery.</summary>
    public required DateOnly Month { get; init; }

    public long Volume { get; private set; }

    public long Cents { get; private set; }

    /// <summary>How many clients have an open line in it.</summary>
    public int Clients { get; private set; }

    /// <summary>0 until it is counted first.</summary>
    public long Version { get; private set; }

    public VolumeKey Key => new(Category, Code, Unit, Month);

    public static CareVolume Empty(Guid id, CareSides sides, VolumeKey key) => new(id)
    {
        ProviderAgbCode = sides.ProviderAgbCode,
        MunicipalityId = sides.MunicipalityId,
        Category = key.Category,
        Code = key.Code,
        Unit = key.Unit,
        Month = key.Month,
    };

    /// <summary>Takes what the lines add up to now; answers whether that is something else than before.</summary>
    public bool Recount(long volume, long cents, int clients)
    {
        if (Version > 0 && (volume, cents, clients) == (Volume, Cents, Clients))
            return false;
        (Volume, Cents, Clients) = (volume, cents, clients);
        Version++;
        return true;
    }
}
