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

    /// <summary>Three months of notice, and two options of a year.</summary>
    public static readonly ContractClocks Clocks = new(NoticeMonths: 3, RenewalMonths: 12, MostRenewals: 2);

    public static readonly ProductCatalogue Catalogue = new(ReferenceFiles.Levels(), ReferenceFiles.Products(), ReferenceFiles.ScaleRules());

    public static ContractLine Line(
        string product = "ambulatory-help",
        string buyer = "ZD",
        Scale scale = Scale.ProcurementRegion,
        Validity? validity = null,
        ScaleException? exception = null,
        string ground = "",
        int position = 0,
        string lot = "",
        string location = "") => new()
        {
            Id = Guid.CreateVersion7(),
            Position = position,
            ProductId = product,
            BuyerId = buyer,
            Scale = scale,
            Unit = TariffUnit.Hour,
            TariffCents = 95_00,
            Lot = lot,
            Location = location,
            Validity = validity ?? Year,
            ScaleException = exception,
            ExceptionGround = ground,
        };

    public static Contract Draft(params ContractLine[] lines) => Contract.Draft(
        Guid.CreateVersion7(), Guid.CreateVersion7(), new ContractTerms("Ambulante hulp", Year, lines.Length > 0 ? lines : [Line()], Clocks), Catalogue, "test", Now, procedureId: null);

    /// <summary>An addendum of 1 July 2026, told at the begin of the year.</summary>
    public static AddendumFact Addendum(DateOnly? effective = null, DateOnly? announced = null) => new(
        Guid.CreateVersion7(), effective ?? new DateOnly(2026, 7, 1), announced ?? new DateOnly(2026, 1, 15), "Besluit", "test", Now);

    public static Contract In(ContractState state)
    {
        var contract = Draft();
        if (state != ContractState.Draft)
            contract.Sign(Catalogue, Now);
        if (state == ContractState.Terminated)
            contract.Terminate(Addendum(), TerminationParty.Agreement);
        if (state == ContractState.Dissolved)
            contract.Dissolve(Addendum(), DissolutionGround.Bankruptcy);
        if (state == ContractState.Transferred)
            contract.TransferTo(Addendum(), (Guid.CreateVersion7(), Guid.CreateVersion7()), TransferGround.Takeover, location: "");
        Assert.Equal(state, contract.State);
        return contract;
    }
}
