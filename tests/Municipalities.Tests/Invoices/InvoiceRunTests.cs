using Regio.Municipalities.Costs;
using Regio.Municipalities.Invoices;
using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Tests.Invoices;

public sealed class InvoiceRunTests
{
    private const string Hoogeveen = "GM0118";

    private static readonly DateOnly Date = new(2026, 3, 1);

    [Fact]
    public void A_run_adds_up_to_its_allocations_to_the_cent()
    {
        var (one, two) = (Cost(850_000_01), Cost(33_34));

        var run = Compose(null, Item(one), Item(two, VatTreatment.Exempt));

        Assert.Equal(850_000_01 + 33_34, run.AmountCents);
        Assert.Equal(one.AmountCents, run.Invoices.SelectMany(i => i.Lines).Where(l => l.CostAllocationId == one.Id).Sum(l => l.AmountCents));
        Assert.Equal(["GM0106", "GM0114", Hoogeveen], run.Invoices.Select(i => i.MunicipalityId));
    }

    [Fact]
    public void The_coordinating_municipality_books_its_own_share_without_tax()
    {
        var run = Compose(null, Item(Cost(30_00), VatTreatment.Standard));

        var own = Assert.Single(run.Invoices, i => i.IsOwnShare);
        Assert.Equal((Hoogeveen, 0), (own.MunicipalityId, own.VatCents));
        Assert.Equal(2 * 2_10, run.VatCents);
    }

    [Theory]
    [InlineData(10_03, "2026-01-01", 2_11)]
    [InlineData(-10_03, "2026-01-01", -2_11)]
    [InlineData(10_00, "2012-10-01", 2_10)]
    [InlineData(10_00, "2012-09-30", 1_90)]
    public void Tax_is_that_of_the_day_rounded_to_the_cent_and_mirrored_for_a_credit(long cents, string day, long vat) =>
        Assert.Equal(vat, Vat.On(cents, VatTreatment.Standard, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void An_allocation_is_invoiced_once() =>
        Assert.Equal(InvoiceRules.AllocationInvoiced, Refused(() => Compose(null, Item(Cost(1_00)) with { InvoicedIn = Guid.CreateVersion7() })));

    [Fact]
    public void A_credit_is_charged_in_a_run_that_corrects_that_of_its_debit()
    {
        var corrected = Guid.CreateVersion7();
        var credit = Item(Cost(1_00).Credit(Guid.CreateVersion7(), "Dubbel", "test", DateTimeOffset.UnixEpoch)) with { DebitInvoicedIn = corrected };

        Assert.Equal(InvoiceRules.CreditOutsideCorrection, Refused(() => Compose(null, credit)));
        Assert.Equal(InvoiceRules.CreditOutsideCorrection, Refused(() => Compose(Guid.CreateVersion7(), credit)));
        Assert.Equal(InvoiceRules.NothingCorrected, Refused(() => Compose(corrected, Item(Cost(1_00)))));
        Assert.Equal(1_50, Compose(corrected, credit, Item(Cost(2_50))).AmountCents);
    }

    private static CostAllocation Cost(long cents) => CostAllocation.Record(
        Guid.CreateVersion7(), "Pleegwijzer", Allocation.Of(cents, [new("GM0106", "Assen", 1, 1), new("GM0114", "Emmen", 1, 2), new(Hoogeveen, "Hoogeveen", 1, 3)]),
        new KeyInForce(Guid.CreateVersion7(), "jhrd", Date), "test", DateTimeOffset.UnixEpoch);

    [Fact]
    public void What_a_merged_municipality_owes_its_successor_pays_on_one_line()
    {
        // Emmen and Hoogeveen, which coordinates, go over into a new municipality.
        var payer = new Payer("GM9001", "Zuiderveld");
        var cost = Cost(100_01);

        var run = InvoiceRun.Compose(
            Guid.CreateVersion7(), new RunFacts("JHRD", "GM9001", Date, Date.AddDays(30), null), [Item(cost, VatTreatment.Standard)],
            new Dictionary<string, Payer> { ["GM0114"] = payer, [Hoogeveen] = payer }, "test", DateTimeOffset.UnixEpoch);

        Assert.Equal(["GM0106", "GM9001"], run.Invoices.Select(i => i.MunicipalityId));
        Assert.Equal(100_01, run.AmountCents);
        var own = Assert.Single(run.Invoices, i => i.IsOwnShare);
        Assert.Equal(("Zuiderveld", 0, cost.Shares.Where(s => s.MunicipalityId != "GM0106").Sum(s => s.AmountCents)), (own.MunicipalityName, own.VatCents, Assert.Single(own.Lines).AmountCents));
    }

    private static RunItem Item(CostAllocation allocation, VatTreatment treatment = VatTreatment.OutsideScope) => new(allocation, treatment, null, null);

    private static InvoiceRun Compose(Guid? corrects, params RunItem[] items) => InvoiceRun.Compose(
        Guid.CreateVersion7(), new RunFacts("JHRD", Hoogeveen, Date, Date.AddDays(30), corrects), items, new Dictionary<string, Payer>(), "test", DateTimeOffset.UnixEpoch);

    private static Rule Refused(Action act) => Assert.Throws<DomainException>(act).Rule;
}
