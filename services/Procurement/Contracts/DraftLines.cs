using System.Globalization;
using FluentValidation;
using Regio.Procurement.Catalogue;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Scale = Regio.Procurement.Catalogue.Scale;

namespace Regio.Procurement.Contracts;

/// <summary>Makes lines of what a caller asks for: known products and buyers that exist on the first day.</summary>
internal sealed class DraftLines(Buyers buyers)
{
    /// <summary>Path of the lines in the requests that draft contracts.</summary>
    public static readonly LinePath Drafted = new("contract.lines", First: 0);

    public async Task<IReadOnlyList<ContractLine>> MakeAsync(
        IReadOnlyList<V1.ContractLine> asked, ProductCatalogue catalogue, LinePath path, DateTimeOffset now, CancellationToken ct)
    {
        for (var i = 0; i < asked.Count; i++)
            catalogue.Product(asked[i].ProductId, path.Field(path.First + i, "product_id"));
        var scales = await buyers.ScalesAsync(
            [.. asked.Select((line, i) => new BuyerOnDay(line.BuyerId, line.Period.StartDate.ToDateOnly(), path.Field(path.First + i, "buyer_id")))], ct);
        return [.. asked.Select((line, i) => Make(line, path.First + i, scales[i], path, now))];
    }

    private static ContractLine Make(V1.ContractLine asked, int position, Scale scale, LinePath path, DateTimeOffset now)
    {
        if (asked.Scale != V1.Scale.Unspecified && asked.Scale != (V1.Scale)scale)
        {
            throw new DomainException(ContractRules.BuyerOnOtherScale, path.Field(position, "scale"), new Dictionary<string, string>
            {
                ["buyer_id"] = asked.BuyerId,
                ["as_of"] = asked.Period.StartDate.ToDateOnly().ToString("O", CultureInfo.InvariantCulture),
                ["scale"] = scale.Word(),
            });
        }

        return new ContractLine
        {
            Id = Guid.CreateVersion7(now),
            Position = position,
            ProductId = asked.ProductId,
            BuyerId = asked.BuyerId,
            Scale = scale,
            Unit = (TariffUnit)asked.Unit,
            TariffCents = asked.TariffCents,
            Lot = asked.Lot.Trim(),
            Location = asked.Location.Trim(),
            Validity = asked.Period.ToValidity(),
            ScaleException = asked.ScaleException == V1.ScaleException.Unspecified ? null : (ScaleException)asked.ScaleException,
            ExceptionGround = asked.ExceptionGround.Trim(),
        };
    }
}

/// <summary>The form of a line.</summary>
internal sealed class ContractLineValidator : AbstractValidator<V1.ContractLine>
{
    public ContractLineValidator()
    {
        RuleFor(l => l.ProductId).IsLine(CatalogueMapping.MostCodeCharacters);
        RuleFor(l => l.BuyerId).NotEmpty().WithMessage("Give a region or the CBS code of a municipality.").IsRegionIdOrEmpty();
        RuleFor(l => l.Scale).IsInEnum();
        RuleFor(l => l.Unit).IsInEnum().NotEqual(V1.TariffUnit.Unspecified).WithMessage("Give the unit of the tariff.");
        RuleFor(l => l.TariffCents).InclusiveBetween(1, ContractRules.MostTariffCents);
        RuleFor(l => l.Lot).IsLineOrEmpty(ContractRules.MostPlaceCharacters);
        RuleFor(l => l.Location).IsLineOrEmpty(ContractRules.MostPlaceCharacters);
        RuleFor(l => l.Period).IsPeriod();
        RuleFor(l => l.ScaleException).IsInEnum();
        RuleFor(l => l.ExceptionGround).IsLineOrEmpty(ContractRules.MostGroundCharacters);
    }
}
