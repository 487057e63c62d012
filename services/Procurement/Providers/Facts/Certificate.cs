using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Providers.Facts;

/// <summary>A certificate of a certified institution: a fact of who certifies, with the periods in which it was suspended.</summary>
internal sealed class Certificate
{
    private readonly List<CertificateSuspension> _suspensions = [];

    private Certificate(Guid id) => Id = id;

    public Guid Id { get; }

    public required Guid ProviderId { get; init; }

    /// <summary>What it certifies, and by whom.</summary>
    public required string Name { get; init; }

    public required Validity Validity { get; init; }

    public IReadOnlyList<CertificateSuspension> Suspensions => _suspensions;

    /// <summary>The suspension that was not lifted; null: none.</summary>
    public CertificateSuspension? Running => _suspensions.Find(suspension => suspension.Validity.Until is null);

    public long Version { get; private set; } = 1;

    public required DateTimeOffset RecordedAt { get; init; }

    public static Certificate Record(Guid id, Guid providerId, string name, Validity validity, DateTimeOffset now) =>
        new(id) { ProviderId = providerId, Name = name, Validity = validity, RecordedAt = now };

    /// <summary>Records that it was suspended from a day on.</summary>
    public void Suspend(Guid id, DateOnly day, string ground)
    {
        if (Running is not null)
            throw new DomainException(ProviderFactRules.Suspended);
        if (!Validity.Contains(day))
            throw new DomainException(ProviderFactRules.NotHeld, "suspended_date");
        if (_suspensions.Exists(suspension => day < suspension.Validity.Until))
            throw new DomainException(ProviderFactRules.SuspensionEarly, "suspended_date");
        _suspensions.Add(new CertificateSuspension(id, ground) { Validity = new Validity(day, null) });
        Version++;
    }

    /// <summary>Records that its suspension ended: it holds again from a day on.</summary>
    public void LiftSuspension(DateOnly day, string ground)
    {
        var running = Running ?? throw new DomainException(ProviderFactRules.NotSuspended);
        if (day <= running.Validity.From)
            throw new DomainException(ProviderFactRules.LiftEarly, "lifted_date");
        running.Lift(day, ground);
        Version++;
    }
}

/// <summary>A period in which a certificate was suspended.</summary>
internal sealed class CertificateSuspension(Guid id, string ground)
{
    public Guid Id { get; } = id;

    public Validity Validity { get; internal set; }

    /// <summary>Why it was suspended.</summary>
    public string Ground { get; } = ground;

    /// <summary>Why it was lifted; empty while it runs.</summary>
    public string LiftGround { get; private set; } = "";

    internal void Lift(DateOnly day, string ground) => (Validity, LiftGround) = (new Validity(Validity.From, day), ground);
}
