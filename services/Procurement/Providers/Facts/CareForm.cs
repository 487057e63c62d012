using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Providers.Facts;

/// <summary>The forms of youth care that the statistics of the Jeugdwet know; the numbers are those of the messages.</summary>
internal enum CareFormKind
{
    /// <summary>By the neighbourhood team.</summary>
    NeighbourhoodTeam = 1,

    /// <summary>At the provider, without stay.</summary>
    Ambulatory = 2,

    /// <summary>Daytime help at the provider.</summary>
    Daytime = 3,

    /// <summary>In the surroundings of the child.</summary>
    AtHome = 4,

    /// <summary>Foster care.</summary>
    FosterCare = 5,

    /// <summary>Stay in a family home.</summary>
    FamilyHome = 6,

    /// <summary>Closed stay.</summary>
    Secure = 7,

    /// <summary>Any other stay.</summary>
    Residential = 8,

    /// <summary>Youth protection.</summary>
    Protection = 9,

    /// <summary>Youth probation.</summary>
    Probation = 10,
}

/// <summary>A form of care that a provider offers in a period (zorgvorm).</summary>
internal sealed class CareForm : ProviderFact
{
    private CareForm(Guid id, Guid providerId)
        : base(id, providerId)
    {
    }

    public required CareFormKind Kind { get; init; }

    /// <summary>Records what a provider offers: help by any other than a certified institution, protection and probation by one alone.</summary>
    public static CareForm Record(Guid id, Provider provider, CareFormKind kind, Validity validity, DateTimeOffset now)
    {
        var needsCertificate = kind is CareFormKind.Protection or CareFormKind.Probation;
        if (provider.CertifiedInstitution && !needsCertificate)
            throw new DomainException(ProviderFactRules.CertifiedOffersNoHelp);
        if (!provider.CertifiedInstitution && needsCertificate)
            throw new DomainException(ProviderFactRules.NotCertified);
        return new(id, provider.Id) { Kind = kind, Validity = validity, RecordedAt = now };
    }
}
