using System.Globalization;
using Regio.Municipalities.Costs;
using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Invoices;

/// <summary>When and where a run is made.</summary>
/// <param name="RegionId">The region.</param>
/// <param name="CoordinatingMunicipalityId">Who charges.</param>
/// <param name="InvoiceDate">Date of the invoices.</param>
/// <param name="DueDate">Last day to pay.</param>
/// <param name="CorrectsId">The run that this one corrects; null: none.</param>
internal sealed record RunFacts(string RegionId, string CoordinatingMunicipalityId, DateOnly InvoiceDate, DateOnly DueDate, Guid? CorrectsId);

/// <summary>Who is charged.</summary>
/// <param name="MunicipalityId">CBS code.</param>
/// <param name="Name">Name in Dutch.</param>
internal sealed record Payer(string MunicipalityId, string Name);

/// <summary>An allocation to be invoiced.</summary>
/// <param name="Allocation">The allocation or credit.</param>
/// <param name="Treatment">How value added tax bears on it.</param>
/// <param name="InvoicedIn">The run that it is in already; null: none.</param>
/// <param name="DebitInvoicedIn">For a credit the run that its debit is in; null: none.</param>
internal sealed record RunItem(CostAllocation Allocation, VatTreatment Treatment, Guid? InvoicedIn, Guid? DebitInvoicedIn);

/// <summary>An allocation in a run, which is invoiced once.</summary>
internal sealed record InvoicedAllocation
{
    public required Guid CostAllocationId { get; init; }

    public required int Position { get; init; }

    public required VatTreatment Treatment { get; init; }
}

/// <summary>A run of invoices (factuurronde). It never changes: a correction is another run.</summary>
internal sealed class InvoiceRun
{
    /// <summary>Days to pay, unless another date is set.</summary>
    public const int UsualDays = 30;

    private readonly List<InvoicedAllocation> _items = [];
    private readonly List<Invoice> _invoices = [];

    private InvoiceRun(Guid id) => Id = id;

    public Guid Id { get; }

    public string RegionId { get; private init; } = "";

    public string CoordinatingMunicipalityId { get; private init; } = "";

    public DateOnly InvoiceDate { get; private init; }

    public DateOnly DueDate { get; private init; }

    public Guid? CorrectsId { get; private init; }

    /// <summary>Number within the year of the invoice date and the region; 0 while it is only shown.</summary>
    public int Number { get; private set; }

    public int Year { get; private init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required string IssuedBy { get; init; }

    public long Version { get; private set; } = 1;

    public IReadOnlyList<InvoicedAllocation> Items => _items;

    public IReadOnlyList<Invoice> Invoices => _invoices;

    public long AmountCents => _invoices.Sum(i => i.AmountCents);

    public long VatCents => _invoices.Sum(i => i.VatCents);

    public string Reference => Number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:000}");

    /// <param name="id">UUID of the run.</param>
    /// <param name="facts">When and where it is made.</param>
    /// <param name="items">What is charged.</param>
    /// <param name="payers">Who pays instead of a municipality that went over into another, by the CBS code of the first.</param>
    /// <param name="by">Subject of the token.</param>
    /// <param name="now">The moment.</param>
    public static InvoiceRun Compose(
        Guid id, RunFacts facts, IReadOnlyList<RunItem> items, IReadOnlyDictionary<string, Payer> payers, string by, DateTimeOffset now)
    {
        for (var i = 0; i < items.Count; i++)
            Require(facts, items[i], $"content.items[{i}].cost_allocation_id");
        if (facts.CorrectsId is not null && !items.Any(item => item.Allocation.CreditsId is not null))
            throw new DomainException(InvoiceRules.NothingCorrected, "content.items");
        var run = new InvoiceRun(id)
        {
            RegionId = facts.RegionId,
            CoordinatingMunicipalityId = facts.CoordinatingMunicipalityId,
            InvoiceDate = facts.InvoiceDate,
            Year = facts.InvoiceDate.Year,
            DueDate = facts.DueDate,
            CorrectsId = facts.CorrectsId,
            IssuedAt = now,
            IssuedBy = by,
        };
        run._items.AddRange(items.Select((item, i) => new InvoicedAllocation { CostAllocationId = item.Allocation.Id, Position = i + 1, Treatment = item.Treatment }));
        run._invoices.AddRange(Invoice.Of(facts, items, payers));
        return run;
    }

    /// <summary>Gives the run the number after the last one of its year and region.</summary>
    public void NumberAfter(int last) => Number = last + 1;

    private static void Require(RunFacts facts, RunItem item, string field)
    {
        if (item.InvoicedIn is not null)
            throw new DomainException(InvoiceRules.AllocationInvoiced, field);
        if (item.Allocation.CreditsId is not null && (facts.CorrectsId is null || item.DebitInvoicedIn != facts.CorrectsId))
            throw new DomainException(InvoiceRules.CreditOutsideCorrection, field);
    }
}
