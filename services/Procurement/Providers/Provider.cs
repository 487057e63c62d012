namespace Regio.Procurement.Providers;

/// <summary>A provider (aanbieder) of youth care, a legal entity.</summary>
internal sealed class Provider
{
    private Provider(Guid id, string agbCode)
    {
        Id = id;
        AgbCode = agbCode;
    }

    public Guid Id { get; }

    /// <summary>Eight digits, unique; never changes, since contracts and messages name it.</summary>
    public string AgbCode { get; }

    public string Name { get; private set; } = "";

    /// <summary>Whether it is a certified institution (gecertificeerde instelling).</summary>
    public bool CertifiedInstitution { get; private set; }

    public long Version { get; private set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public static Provider Register(Guid id, string agbCode, string name, bool certifiedInstitution, DateTimeOffset now) =>
        new(id, agbCode) { Name = name, CertifiedInstitution = certifiedInstitution, Version = 1, CreatedAt = now };

    /// <summary>Changes what is given; null leaves it as it is.</summary>
    public void Change(string? name, bool? certifiedInstitution)
    {
        Name = name ?? Name;
        CertifiedInstitution = certifiedInstitution ?? CertifiedInstitution;
        Version++;
    }
}
