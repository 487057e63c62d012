using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Providers.Facts;

/// <summary>What holds of a provider in a period; an end that is not known yet is recorded later, once.</summary>
internal abstract class ProviderFact(Guid id, Guid providerId)
{
    public Guid Id { get; } = id;

    public Guid ProviderId { get; } = providerId;

    public Validity Validity { get; protected set; }

    public long Version { get; private set; } = 1;

    public required DateTimeOffset RecordedAt { get; init; }

    /// <param name="day">First day on which it no longer holds.</param>
    public void End(DateOnly day)
    {
        if (Validity.Until is not null)
            throw new DomainException(ProviderFactRules.FactEnded);
        if (day <= Validity.From)
            throw new DomainException(ProviderFactRules.EndEarly, "end_date");
        Validity = new Validity(Validity.From, day);
        Version++;
    }
}
