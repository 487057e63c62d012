namespace Regio.Municipalities.Invoices;

/// <summary>A line of an invoice: the part of one municipality in one allocation.</summary>
internal sealed record InvoiceLine
{
    public required int Position { get; init; }

    public required Guid CostAllocationId { get; init; }

    public required string Subject { get; init; }

    /// <summary>Without tax; negative for a credit.</summary>
    public required long AmountCents { get; init; }

    public required VatTreatment Treatment { get; init; }

    public required long VatCents { get; init; }
}

/// <summary>What one municipality is charged in a run.</summary>
internal sealed class Invoice
{
    private readonly List<InvoiceLine> _lines = [];

    public required int Position { get; init; }

    public required string MunicipalityId { get; init; }

    public required string MunicipalityName { get; init; }

    /// <summary>The share of the coordinating municipality itself is booked, not sent.</summary>
    public required bool IsOwnShare { get; init; }

    public IReadOnlyList<InvoiceLine> Lines => _lines;

    public long AmountCents => _lines.Sum(l => l.AmountCents);

    public long VatCents => _lines.Sum(l => l.VatCents);

    /// <summary>The invoices of a run, in the stored order of municipalities.</summary>
    public static IEnumerable<Invoice> Of(RunFacts facts, IReadOnlyList<RunItem> items)
    {
        var shares = items.SelectMany((item, i) => item.Allocation.Shares.Select(share => (Share: share, Line: Line(facts, item, share, i + 1))));
        var position = 0;
        foreach (var of in shares.GroupBy(s => (s.Share.MunicipalityId, s.Share.Rank)).OrderBy(g => g.Key.Rank))
        {
            var invoice = new Invoice
            {
                Position = ++position,
                MunicipalityId = of.Key.MunicipalityId,
                MunicipalityName = of.Last().Share.MunicipalityName,
                IsOwnShare = of.Key.MunicipalityId == facts.CoordinatingMunicipalityId,
            };
            invoice._lines.AddRange(of.Select(s => s.Line));
            yield return invoice;
        }
    }

    // Nobody supplies to itself, so no tax is due on the own share.
    private static InvoiceLine Line(RunFacts facts, RunItem item, Costs.Share share, int position) => new()
    {
        Position = position,
        CostAllocationId = item.Allocation.Id,
        Subject = item.Allocation.Subject,
        AmountCents = share.AmountCents,
        Treatment = item.Treatment,
        VatCents = share.MunicipalityId == facts.CoordinatingMunicipalityId ? 0 : Vat.On(share.AmountCents, item.Treatment, facts.InvoiceDate),
    };
}
