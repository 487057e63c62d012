using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Providers.Facts;

/// <summary>A certificate of a certified institution: a fact of who certifies, suspended or not.</summary>
internal sealed class Certificate
{
    private Certificate(Guid id) => Id = id;

    public Guid Id { get; }

    public required Guid ProviderId { get; init; }

    /// <summary>What it certifies, and by whom.</summary>
    public required string Name { get; init; }

    public required Validity Validity { get; init; }

    /// <summary>First day on which it is suspended; null: not.</summary>
    public DateOnly? SuspendedOn { get; private set; }

    public string SuspensionGround { get; private set; } = "";

    public long Version { get; private set; } = 1;

    public required DateTimeOffset RecordedAt { get; init; }

    public static Certificate Record(Guid id, Guid providerId, string name, Validity validity, DateTimeOffset now) =>
        new(id) { ProviderId = providerId, Name = name, Validity = validity, RecordedAt = now };

    public void Suspend(DateOnly day, string ground)
    {
        if (SuspendedOn is not null)
            throw new DomainException(ProviderFactRules.Suspended);
        if (!Validity.Contains(day))
            throw new DomainException(ProviderFactRules.NotHeld, "suspended_date");
        (SuspendedOn, SuspensionGround) = (day, ground);
        Version++;
    }
}
