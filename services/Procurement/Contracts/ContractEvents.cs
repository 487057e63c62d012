using Regio.Messages.Procurement.V1;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Providers;

namespace Regio.Procurement.Contracts;

/// <summary>What contracts tell the other services.</summary>
internal static class ContractEvents
{
    public static ContractSigned Signed(Contract contract, Provider provider, ProductCatalogue catalogue) => new()
    {
        ContractId = contract.Id,
        AggregateVersion = contract.Version,
        OccurredAt = contract.SignedAt ?? throw new ArgumentException("The contract is not signed.", nameof(contract)),
        ProviderId = provider.Id,
        ProviderName = provider.Name,
        ValidFrom = contract.Validity.From,
        ValidUntil = contract.Validity.Until,
        Lines = [.. contract.Lines.OrderBy(line => line.Position).Select(line => Signed(line, catalogue))],
    };

    public static ContractTerminated Terminated(Contract contract, DateTimeOffset now) => new()
    {
        ContractId = contract.Id,
        AggregateVersion = contract.Version,
        OccurredAt = now,
        EndDate = contract.EndDate ?? throw new ArgumentException("The contract is not terminated.", nameof(contract)),
        Ground = contract.Addenda[^1].Ground,
    };

    public static ContractAmended Amended(Contract contract, ProductCatalogue catalogue)
    {
        var addendum = contract.Addenda[^1];
        return new()
        {
            ContractId = contract.Id,
            AggregateVersion = contract.Version,
            OccurredAt = addendum.RecordedAt,
            AddendumNumber = addendum.Number,
            Kind = addendum.Kind.ToString().ToLowerInvariant(),
            EffectiveOn = addendum.EffectiveOn,
            ValidFrom = contract.Validity.From,
            ValidUntil = contract.Validity.Until,
            Lines = [.. contract.Lines.Where(line => line.Active is not null).OrderBy(line => line.Position).Select(line => Signed(line, catalogue))],
        };
    }

    private static SignedLine Signed(ContractLine line, ProductCatalogue catalogue) => new()
    {
        LineId = line.Id,
        ProductId = line.ProductId,
        Level = catalogue.Product(line.ProductId, "product_id").Level,
        BuyerId = line.BuyerId,
        TariffCents = line.TariffCents,
        Unit = line.Unit.Word(),
        ScaleException = line.ScaleException?.Word(),
        ValidFrom = (line.Active ?? line.Validity).From,
        ValidUntil = (line.Active ?? line.Validity).Until,
    };
}
