using Regio.Procurement.Catalogue;
using Regio.Procurement.Contracts;
using Regio.Procurement.ReferenceData;
using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Tests.Contracts;

/// <summary>Contracts in each state, made by the domain alone.</summary>
internal static class Drafts
{
    public static readonly DateTimeOffset Now = new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);

    public static readonly Validity Year = new(new DateOnly(2026, 1, 1), new DateOnly(2027, 1, 1));

    public static readonly ProductCatalogue Catalogue = new(ReferenceFiles.Levels(), ReferenceFiles.Products(), ReferenceFiles.ScaleRules());

    public static ContractLine Line(
        string product = "ambulatory-help",
        string buyer = "ZD",
        Scale scale = Scale.ProcurementRegion,
        Validity? validity = null,
        ScaleException? exception = null,
        string ground = "",
        int position = 0) => new()
        {
            Id = Guid.CreateVersion7(),
            Position = position,
            ProductId = product,
            BuyerId = buyer,
            Scale = scale,
            Unit = TariffUnit.Hour,
            TariffCents = 95_00,
            Validity = validity ?? Year,
            ScaleException = exception,
            ExceptionGround = ground,
        };

    public static Contract Draft(params ContractLine[] lines) => Contract.Draft(
        Guid.CreateVersion7(), Guid.CreateVersion7(), new ContractTerms("Ambulante hulp", Year, lines.Length > 0 ? lines : [Line()]), Catalogue, "test", Now);

    public static Contract In(ContractState state)
    {
        var contract = Draft();
        if (state is ContractState.Signed or ContractState.Terminated)
            contract.Sign(Catalogue, Now);
        if (state == ContractState.Terminated)
            contract.Terminate(new DateOnly(2026, 7, 1));
        Assert.Equal(state, contract.State);
        return contract;
    }
}
