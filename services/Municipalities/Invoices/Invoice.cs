namespace Regio.Municipalities.Invoices;

/// <summary>
/// A line of an invoice: the part of one municipality in one allocation, with the parts of those that went over into it since.
/// </summary>
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

    /// <summary>
    /// The invoices of a run, in the stored order of municipalities. What a municipality owes that went over into another, the
    /// other pays (Wet algemene regels herindeling article 44).
    /// </summary>
    public static IEnumerable<Invoice> Of(RunFacts facts, IReadOnlyList<RunItem> items, IReadOnlyDictionary<string, Payer> payers)
    {
        var shares = items.SelectMany((item, i) => item.Allocation.Shares.Select(share => (Item: item, Position: i + 1, Share: share, Payer: PayerOf(share, payers))));
        var position = 0;
        foreach (var of in shares.GroupBy(s => s.Payer.MunicipalityId).OrderBy(g => g.Min(s => s.Share.Rank)))
        {
            var invoice = new Invoice
            {
                Position = ++position,
                MunicipalityId = of.Key,
                MunicipalityName = of.Last().Payer.Name,
                IsOwnShare = of.Key == facts.CoordinatingMunicipalityId,
            };
            invoice._lines.AddRange(of.GroupBy(s => (s.Position, s.Item), s => s.Share.AmountCents)
                .Select(line => Line(facts, line.Key.Item, line.Key.Position, invoice.IsOwnShare, line.Sum())));
            yield return invoice;
        }
    }

    private static Payer PayerOf(Costs.Share share, IReadOnlyDictionary<string, Payer> payers) =>
        payers.GetValueOrDefault(share.MunicipalityId) ?? new Payer(share.MunicipalityId, share.MunicipalityName);

    // Nobody supplies to itself, so no tax is due on the own share.
    private static InvoiceLine Line(RunFacts facts, RunItem item, int position, bool isOwnShare, long amountCents) => new()
    {
        Position = position,
        CostAllocationId = item.Allocation.Id,
        Subject = item.Allocation.Subject,
        AmountCents = amountCents,
        Treatment = item.Treatment,
        VatCents = isOwnShare ? 0 : Vat.On(amountCents, item.Treatment, facts.InvoiceDate),
    };
}
