using Regio.CareMessages.Model;

namespace Regio.MessageGenerator;

/// <summary>A client who does not exist. The same seed and index give the same person.</summary>
internal sealed class Person
{
    private static readonly string[] s_surnames = ["Testema", "Proefstra", "Voorbeeld", "Verzonnen", "Fictief", "Bedacht", "Nieman", "Oefeninga", "Schijnsma", "Dummer"];
    private static readonly string[] s_names = ["Aafke", "Bram", "Chris", "Dieuwke", "Eise", "Fenna", "Geert", "Hiske", "Ids", "Jelle", "Kee", "Luit"];

    public Person(int index, Random chance)
    {
        Bsn = BsnOf(index);
        Birth = new DateOnly(2009, 1, 1).AddDays(chance.Next(365 * 13));
        Sex = chance.Next(2) == 0 ? "1" : "2";
        Surname = s_surnames[chance.Next(s_surnames.Length)];
        Name = s_names[chance.Next(s_names.Length)];
        House = chance.Next(1, 200);
        Postcode = $"94{chance.Next(10, 99)}{(char)('A' + chance.Next(4))}{(char)('A' + chance.Next(4))}";
    }

    public string Bsn { get; }

    public DateOnly Birth { get; }

    public string Sex { get; }

    public string Surname { get; }

    public string Name { get; }

    public int House { get; }

    public string Postcode { get; }

    /// <summary>
    /// A number that passes the eleven-test, another for each index: the first five thousand are the published test numbers (999900006 and
    /// up), the others lie below them. Of two numbers that differ by one in the eighth digit at least one has a ninth digit that fits.
    /// </summary>
    public static string BsnOf(int index)
    {
        for (var prefix = 99_999_998 - (2 * index); ; prefix++)
        {
            var (rest, weight, sum) = (prefix, 2, 0);
            for (; rest > 0; rest /= 10)
                sum += rest % 10 * weight++;
            if (sum % 11 < 10)
                return $"{prefix}{sum % 11}";
        }
    }

    public T As<T>(T client)
        where T : NamedClient
    {
        client.Bsn = Bsn;
        client.Geboortedatum = new() { Datum = Birth };
        client.Geslacht = Sex;
        client.Naam = new() { Geslachtsnaam = new() { Naam = Surname }, Voornamen = Name };
        return client;
    }

    public ToewijzingClient Assigned(IReadOnlyList<ToegewezenProduct> products) => new()
    {
        Bsn = Bsn,
        Geboortedatum = new() { Datum = Birth },
        Geslacht = Sex,
        Naam = new() { Geslachtsnaam = new() { Naam = Surname }, Voornamen = Name, NaamGebruik = "1" },
        Contactgegevens =
        [
            new()
            {
                Soort = "01",
                Adres = new() { Huis = new() { Huisnummer = House }, Postcode = Postcode, Straatnaam = "Proefstraat", Plaatsnaam = "Assen", LandCode = "NL" },
            },
        ],
        ToegewezenProducten = products,
    };
}
