namespace Regio.Procurement.CareOrders.Claims;

/// <summary>A claim (declaratie) that was taken. A fact; its lines are corrected by lines of later claims.</summary>
internal sealed class CareClaim
{
    /// <summary>Id of its message.</summary>
    public required Guid Id { get; init; }

    public required string MunicipalityId { get; init; }

    public required string ProviderAgbCode { get; init; }

    /// <summary>Keyed hash of DeclaratieNummer: nine digits may be anything.</summary>
    public required byte[] NumberHash { get; init; }

    /// <summary>First day of the month that it is for.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>What was claimed, with its sign.</summary>
    public required long ClaimedCents { get; init; }

    /// <summary>What was granted, with its sign.</summary>
    public required long GrantedCents { get; init; }
}

/// <summary>A line of a claim that was accepted. Refused lines stand in the answer and count as never sent.</summary>
internal sealed class CareClaimLine
{
    public required Guid Id { get; init; }

    public required Guid ClaimId { get; init; }

    public required string ProviderAgbCode { get; init; }

    public required string MunicipalityId { get; init; }

    /// <summary>Keyed hash of the provider's number of the line.</summary>
    public required byte[] ReferenceHash { get; init; }

    public required Guid AssignmentId { get; init; }

    public required string Category { get; init; }

    public required string Code { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day, included.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>With its sign: a credit takes off.</summary>
    public required long Volume { get; init; }

    /// <summary>WJ756.</summary>
    public required string Unit { get; init; }

    public required long? TariffCents { get; init; }

    /// <summary>With its sign.</summary>
    public required long Cents { get; init; }

    /// <summary>The line that it takes back; null for a debit.</summary>
    public required Guid? CreditsId { get; init; }

    /// <summary>The contract whose tariff it was claimed at; null when no contract names the product.</summary>
    public required Guid? ContractId { get; set; }

    /// <summary>The product of the catalogue, with the contract.</summary>
    public required string? ProductId { get; set; }

    /// <summary>A debit that was not taken back.</summary>
    public bool IsOpen { get; set; }

    /// <summary>
    /// Finds the contract of a debit that had none when it was claimed, among tariffs agreed since. One that breaks the rule of its tariff stays without:
    /// it was granted, and no ceiling may count another price than was agreed. Answers whether it found one.
    /// </summary>
    /// <param name="ofProduct">The tariffs for its product.</param>
    public bool FindContract(IEnumerable<AgreedTariff> ofProduct)
    {
        var price = ClaimedPrice.Of(this);
        if (ContractId is not null || !IsOpen || AgreedTariff.Of(ofProduct, price) is not { } tariff || tariff.Check(price) is not null)
            return false;
        (ContractId, ProductId) = (tariff.ContractId, tariff.ProductId);
        return true;
    }
}
