using Regio.CareMessages.Description;
using Regio.CareMessages.Model;

namespace Regio.CareMessages.Answers;

/// <summary>
/// What a municipality assigns when it grants a request: the products of the JW301. Pure functions; numbers and the moment of the decision
/// are given, and nothing that is given is changed.
/// </summary>
public static class Grant
{
    /// <summary>Reason of a change that the provider asked for (JZ002).</summary>
    public const string AskedByProvider = "12";

    /// <summary>Reason of an assignment that counts as never sent (JZ002).</summary>
    public const string Deleted = "13";

    /// <summary>A requested product (JW315) as it was asked for. The municipality may deviate in dates, size, product and budget (IV094): change what is given back.</summary>
    /// <param name="asked">The requested product.</param>
    /// <param name="number">A new number, unique for the municipality (TR332).</param>
    /// <param name="decided">When the municipality decided, local time of the Netherlands.</param>
    public static ToegewezenProduct Of(AangevraagdProduct asked, long number, DateTime decided) =>
        Assign(number, decided, asked.ReferentieAanbieder, asked.Product, asked.ToewijzingIngangsdatum, asked.ToewijzingEinddatum, asked.Omvang, asked.Budget);

    /// <summary>
    /// A change request (JW317), granted as a whole and to the letter (OP348, IV093). What stays is sent again without a reason. What changes
    /// keeps its number with reason 12 when only the last day, the budget, or the volume in all (frequency 6) differs; otherwise the old
    /// assignment ends on the day before with reason 12 and a second number follows it; where nothing of the old one would be
    /// left, it is deleted instead: its end is its begin, with reason 13 (CS335). All carry the reference of the request.
    /// </summary>
    /// <param name="asked">The request.</param>
    /// <param name="current">The current assignments of the client with this provider; each that the request names must be among them (TR350, TR351).</param>
    /// <param name="nextNumber">Gives a new number, unique for the municipality.</param>
    /// <param name="decided">When the municipality decided, local time of the Netherlands.</param>
    /// <exception cref="ArgumentException">The request names an assignment that is not current.</exception>
    public static IReadOnlyList<ToegewezenProduct> Of(Verzoek asked, IReadOnlyCollection<ToegewezenProduct> current, Func<long> nextNumber, DateTime decided)
    {
        var byNumber = current.ToDictionary(product => product.ToewijzingNummer.Data);
        ToegewezenProduct Named(Value<long> number) => byNumber.GetValueOrDefault(number.Data)
            ?? throw new ArgumentException("The request names an assignment that is not current.", nameof(current));
        return
        [
            .. asked.OngewijzigdeProducten.Select(product => Again(Named(product.ToewijzingNummer), asked, decided)),
            .. asked.TeWijzigenProducten.SelectMany(change => Change(Named(change.ToewijzingNummer), change, asked, nextNumber, decided)),
            .. asked.NieuweProducten.Select(added => Assign(
                nextNumber(), decided, asked.ReferentieAanbieder, added.Product, added.GewensteIngangsdatum, added.Einddatum, added.Omvang, added.Budget)),
        ];
    }

    /// <summary>The JW301 that tells a provider what a client is assigned.</summary>
    /// <param name="municipality">CBS code of four digits.</param>
    /// <param name="provider">AGB code of eight digits.</param>
    /// <param name="client">The client with all current assignments and all that changed since the last JW301 (OP087).</param>
    /// <param name="stamp">Who sends adds this.</param>
    public static Jw301 Message(string municipality, string provider, ToewijzingClient client, AnswerStamp stamp) =>
        new() { Header = Headers.Of<Header>(MessageKind.Jw301, municipality, provider, stamp), Client = client };

    private static IEnumerable<ToegewezenProduct> Change(ToegewezenProduct old, TeWijzigenProduct change, Verzoek asked, Func<long> nextNumber, DateTime decided)
    {
        var changed = Again(old, asked, decided);
        changed.RedenWijziging = AskedByProvider;
        if (KeepsNumber(old, change))
        {
            (changed.Einddatum, changed.Budget, changed.Omvang) = (change.Einddatum, change.Budget, Copy(change.Omvang));
            return [changed];
        }

        if (change.GewensteIngangsdatum.Data <= old.Ingangsdatum.Data)
            (changed.Einddatum, changed.RedenWijziging) = (old.Ingangsdatum, Deleted);
        else
            changed.Einddatum = change.GewensteIngangsdatum.Data.AddDays(-1);
        return
        [
            changed,
            Assign(nextNumber(), decided, asked.ReferentieAanbieder, old.Product, change.GewensteIngangsdatum, change.Einddatum, change.Omvang, change.Budget),
        ];
    }

    private static bool KeepsNumber(ToegewezenProduct old, TeWijzigenProduct change)
    {
        if (old.Budget.HasValue != change.Budget.HasValue || old.Omvang is null != change.Omvang is null)
            return false;
        if (old.Omvang is not { } before || change.Omvang is not { } after)
            return true;
        return before.Eenheid.Is(after.Eenheid.Data) && before.Frequentie.Is(after.Frequentie.Data)
            && (before.Volume.Is(after.Volume.Data) || before.Frequentie.Is("6"));
    }

    private static ToegewezenProduct Again(ToegewezenProduct old, Verzoek asked, DateTime decided)
    {
        var again = Assign(
            old.ToewijzingNummer.Data, decided, asked.ReferentieAanbieder, old.Product, old.Ingangsdatum, old.Einddatum, old.Omvang, old.Budget);
        again.Commentaar = old.Commentaar;
        return again;
    }

    private static ToegewezenProduct Assign(
        long number, DateTime decided, Value<string> reference, Product? product, Value<DateOnly> start, Value<DateOnly> end, Omvang? size, Value<long> budget) => new()
    {
        ToewijzingNummer = number,
        ReferentieAanbieder = reference,
        Product = product is null ? null : new() { Categorie = product.Categorie, Code = product.Code },
        Toewijzingsdatum = DateOnly.FromDateTime(decided),
        // Whole seconds: that is what the standard's examples have, and it is written and read again as the same.
        Toewijzingstijd = new TimeOnly(decided.Hour, decided.Minute, decided.Second),
        Ingangsdatum = start,
        Einddatum = end,
        Omvang = Copy(size),
        Budget = budget,
    };

    private static Omvang? Copy(Omvang? size) => size is null ? null : new() { Volume = size.Volume, Eenheid = size.Eenheid, Frequentie = size.Frequentie };
}
