using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Providers.Facts;

/// <summary>Who does the work.</summary>
/// <param name="Name">The subcontractor, a legal entity.</param>
/// <param name="AgbCode">Its AGB code; empty: it has none.</param>
internal sealed record Subcontractor(string Name, string AgbCode);

/// <summary>Another legal entity delivers for a provider in a period (onderaanneming); the provider answers for it.</summary>
internal sealed class Subcontract : ProviderFact
{
    private Subcontract(Guid id, Guid providerId)
        : base(id, providerId)
    {
    }

    public required string Name { get; init; }

    public required string AgbCode { get; init; }

    /// <summary>Null: any product of the provider.</summary>
    public required string? ProductId { get; init; }

    public static Subcontract Record(Guid id, Provider provider, Subcontractor subcontractor, string? productId, Validity validity, DateTimeOffset now)
    {
        if (subcontractor.AgbCode == provider.AgbCode)
            throw new DomainException(ProviderFactRules.SubcontractsItself, "subcontract.agb_code");
        return new(id, provider.Id) { Name = subcontractor.Name, AgbCode = subcontractor.AgbCode, ProductId = productId, Validity = validity, RecordedAt = now };
    }
}
