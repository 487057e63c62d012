using Regio.CareMessages.Description;
using Regio.CareMessages.Model;
using Regio.CareMessages.Writing;
using static Regio.Procurement.Tests.CareOrders.CareFiles;

namespace Regio.Procurement.Tests.CareOrders;

/// <summary>Messages between GM0106 and one provider about one client, each with a number of its own.</summary>
internal sealed class CareLetters(string agbCode, string bsn = Bsn, string municipality = "0106")
{
    public static readonly DateOnly FirstDay = new(2026, 1, 5);

    /// <summary>From when what is asked for is wanted.</summary>
    public static readonly DateOnly Wanted = new(2026, 9, 1);

    // Downwards: what the region grants gets the number after the highest one of the municipality.
    private static int s_assignments = 70_000_000;

    public string AgbCode => agbCode;

    public string ClientBsn => bsn;

    /// <summary>A number of an assignment that no other test uses.</summary>
    public static long NewAssignment() => Interlocked.Decrement(ref s_assignments);

    /// <summary>Ambulatory help: ten hours a month over half a year.</summary>
    public static ToegewezenProduct Assigned(long number, DateOnly? decided = null, DateOnly? end = null, string? reason = null, int volume = 10) => new()
    {
        ToewijzingNummer = number,
        Product = new() { Categorie = "45", Code = "45A99" },
        Toewijzingsdatum = decided ?? new DateOnly(2025, 12, 20),
        Toewijzingstijd = new TimeOnly(10, 30),
        Ingangsdatum = FirstDay,
        Einddatum = end ?? new DateOnly(2026, 6, 30),
        RedenWijziging = reason is null ? default : new Value<string>(reason),
        Omvang = new() { Volume = volume, Eenheid = "04", Frequentie = "4" },
    };

    public byte[] Assign(params ReadOnlySpan<ToegewezenProduct> products) => Write(MessageKind.Jw301, new Jw301
    {
        Client = new()
        {
            Bsn = bsn,
            Geboortedatum = new() { Datum = new DateOnly(2012, 5, 4) },
            Geslacht = "2",
            Naam = new() { Geslachtsnaam = new() { Naam = "Zandbergen" }, NaamGebruik = "1" },
            Contactgegevens = [new() { Soort = "01", Adres = new() { Huis = new() { Huisnummer = 1 }, Postcode = "9401AA", LandCode = "NL" } }],
            ToegewezenProducten = [.. products],
        },
    });

    public byte[] Start(long number, DateOnly begin, string status = "1", string code = "45A99") => Starts(Started(number, begin, status, code));

    public byte[] Starts(params ReadOnlySpan<StartProduct> starts) => Write(MessageKind.Jw305, new Jw305 { Client = Named(new StartClient { StartProducten = [.. starts] }) });

    public byte[] Stop(long number, DateOnly begin, DateOnly end, string reason = "31", string status = "1") => Stops(Stopped(number, begin, end, reason, status));

    public byte[] Stops(params ReadOnlySpan<StopProduct> stops) => Write(MessageKind.Jw307, new Jw307 { Client = Named(new StopClient { StopProducten = [.. stops] }) });

    public byte[] Ask(params ReadOnlySpan<AangevraagdProduct> products) =>
        Write(MessageKind.Jw315, new Jw315 { Client = Named(new VerzoekClient { AangevraagdeProducten = [.. products] }) });

    public byte[] AskChange(Verzoek asked) => Write(MessageKind.Jw317, new Jw317 { Client = new() { Bsn = bsn, Verzoek = asked } });

    /// <summary>1 rejected, with its reason; 2 looked into.</summary>
    public byte[] Reply(string reference, string answer, string? reason = null, string? responsible = null) => Write(MessageKind.Jw319, new Jw319
    {
        Antwoord = new()
        {
            ReferentieAanbieder = reference,
            VerzoekAntwoord = answer,
            RedenAfwijzingVerzoek = reason is null ? default : new Value<string>(reason),
            Woonplaatsbeginsel = responsible is null ? null : new() { Gemeente = responsible },
        },
    });

    /// <summary>A claim of one client; its total is that of the lines.</summary>
    public byte[] Claim(string number, DateOnly month, params ReadOnlySpan<Prestatie> lines)
    {
        var total = 0L;
        foreach (var line in lines)
            total += line.IngediendBedrag.WithSign;
        return Write(MessageKind.Jw323, new Jw323
        {
            Declaratie = new()
            {
                DeclaratieNummer = number,
                DeclaratiePeriode = MonthOf(month),
                DeclaratieDagtekening = new DateOnly(2026, 7, 9),
                TotaalIngediendBedrag = new() { TotaalBedrag = Math.Abs(total), DebetCredit = total < 0 ? "C" : "D" },
                Clienten = [new() { Bsn = bsn, Prestaties = [.. lines] }],
            },
        });
    }

    /// <summary>A line of a month at € 95.00 an hour; with an earlier reference it takes that line back.</summary>
    public static Prestatie Line(long assignment, DateOnly month, long hours = 10, string? earlier = null, DateOnly? last = null) => new()
    {
        ProductReferentie = new() { ReferentieNummer = $"R{NewAssignment()}", VorigReferentieNummer = earlier is null ? default : new Value<string>(earlier) },
        ToewijzingNummer = assignment,
        ProductCategorie = "45",
        ProductCode = "45A99",
        ProductPeriode = new() { Begindatum = month == new DateOnly(FirstDay.Year, 1, 1) ? FirstDay : month, Einddatum = last ?? MonthOf(month).Einddatum },
        GeleverdVolume = hours,
        Eenheid = "04",
        ProductTarief = 9500,
        IngediendBedrag = new() { Bedrag = hours * 9500, DebetCredit = earlier is null ? "D" : "C" },
    };

    public static TeWijzigenProduct Longer(long number) =>
        new() { ToewijzingNummer = number, GewensteIngangsdatum = Wanted, Einddatum = new DateOnly(2027, 3, 31), Omvang = Size() };

    public static NieuwProduct New(string category) => new()
    {
        Product = new() { Categorie = category, Code = $"{category}A99" },
        GewensteIngangsdatum = Wanted,
        Einddatum = new DateOnly(2026, 11, 30),
        Omvang = Size(),
    };

    public static Omvang Size() => new() { Volume = 10, Eenheid = "04", Frequentie = "4" };

    public static AangevraagdProduct Asked(string reference, string category = "45") => new()
    {
        ReferentieAanbieder = reference,
        Product = new() { Categorie = category, Code = $"{category}A99" },
        ToewijzingIngangsdatum = Wanted,
        ToewijzingEinddatum = new DateOnly(2027, 2, 28),
        Omvang = Size(),
        Verwijzer = new() { Type = "02", Naam = "Huisarts in een proef" },
    };

    public static Verzoek Change(string reference, long[]? unchanged = null, TeWijzigenProduct[]? changed = null, NieuwProduct[]? added = null) => new()
    {
        ReferentieAanbieder = reference,
        RedenVerzoek = "1",
        OngewijzigdeProducten = [.. (unchanged ?? []).Select(number => new OngewijzigdProduct { ToewijzingNummer = number })],
        TeWijzigenProducten = changed ?? [],
        NieuweProducten = added ?? [],
    };

    private static GeslotenPeriode MonthOf(DateOnly day) =>
        new() { Begindatum = new DateOnly(day.Year, day.Month, 1), Einddatum = new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)) };

    public static StartProduct Started(long number, DateOnly begin, string status = "1", string code = "45A99") => new()
    {
        ToewijzingNummer = number,
        Product = new() { Categorie = "45", Code = code },
        ToewijzingIngangsdatum = FirstDay,
        Begindatum = begin,
        StatusAanlevering = status,
    };

    public static StopProduct Stopped(long number, DateOnly begin, DateOnly end, string reason = "31", string status = "1") => new()
    {
        ToewijzingNummer = number,
        Product = new() { Categorie = "45", Code = "45A99" },
        ToewijzingIngangsdatum = FirstDay,
        Begindatum = begin,
        RedenBeeindiging = reason,
        Einddatum = end,
        StatusAanlevering = status,
    };

    private TClient Named<TClient>(TClient client)
        where TClient : NamedClient
    {
        client.Bsn = bsn;
        client.Geboortedatum = new() { Datum = new DateOnly(2012, 5, 4) };
        client.Geslacht = "2";
        client.Naam = new() { Geslachtsnaam = new() { Naam = "Zandbergen" } };
        return client;
    }

    private byte[] Write(MessageKind kind, Message message)
    {
        var header = message.Envelope;
        (header.BerichtCode, header.BerichtVersie, header.BerichtSubversie) = (kind.Code, 3, 2);
        (header.Afzender, header.Ontvanger) = kind.FromMunicipality ? (municipality, agbCode) : (agbCode, municipality);
        header.BerichtIdentificatie = new() { Identificatie = NewNumber(), Dagtekening = new DateOnly(2026, 7, 10) };
        header.XsdVersie = new() { BasisschemaXsdVersie = "0.1.0", BerichtXsdVersie = "0.1.0" };
        using var bytes = new MemoryStream();
        MessageWriter.Write(message, bytes);
        return bytes.ToArray();
    }
}
