using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Supply;

/// <summary>What a provider says that it can take on.</summary>
/// <param name="Places">Null: none, or not reported.</param>
/// <param name="FreePlaces">Null: not reported.</param>
/// <param name="WaitingClients">Clients on the waiting list.</param>
/// <param name="WaitingDays">Days that a client who comes now is expected to wait; null: not reported.</param>
internal sealed record SupplyNumbers(int? Places, int? FreePlaces, int WaitingClients, int? WaitingDays);

/// <summary>What a provider reports of a product for a day. It stays; another one for the same day corrects it.</summary>
internal sealed class SupplyReport
{
    private SupplyReport(Guid id) => Id = id;

    public Guid Id { get; }

    public required Guid ProviderId { get; init; }

    public required string ProductId { get; init; }

    /// <summary>The day that the numbers are of.</summary>
    public required DateOnly MeasuredOn { get; init; }

    public int? Places { get; private init; }

    public int? FreePlaces { get; private init; }

    public int WaitingClients { get; private init; }

    public int? WaitingDays { get; private init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public static SupplyReport Record(Guid id, (Guid Provider, string Product) of, DateOnly measuredOn, SupplyNumbers numbers, (DateOnly Today, DateTimeOffset At) now)
    {
        RecordedFact.RefuseFuture(measuredOn, now.Today, "report.measured_date");
        if (numbers.FreePlaces is not null && numbers.Places is null)
            throw new DomainException(SupplyRules.FreeWithoutPlaces, "report.places");
        if (numbers.FreePlaces > numbers.Places)
            throw new DomainException(SupplyRules.FreeAbovePlaces, "report.free_places");
        return new(id)
        {
            ProviderId = of.Provider,
            ProductId = of.Product,
            MeasuredOn = measuredOn,
            Places = numbers.Places,
            FreePlaces = numbers.FreePlaces,
            WaitingClients = numbers.WaitingClients,
            WaitingDays = numbers.WaitingDays,
            RecordedAt = now.At,
        };
    }

    /// <param name="day">The day that is asked about.</param>
    /// <param name="staleDays">Days after which a report is too old.</param>
    public bool IsStale(DateOnly day, int staleDays) => IsStale(MeasuredOn, day, staleDays);

    /// <summary>Whether numbers of one day are too old on another.</summary>
    public static bool IsStale(DateOnly measuredOn, DateOnly day, int staleDays) => measuredOn.AddDays(staleDays) < day;
}
