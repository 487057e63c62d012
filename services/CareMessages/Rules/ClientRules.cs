using Regio.CareMessages.Model;

namespace Regio.CareMessages.Rules;

/// <summary>Who the message is about: numbers, dates of birth, names.</summary>
internal static class ClientRules
{
    private const string BsnText = "Het burgerservicenummer is ongeldig.";
    private const string BsnDescription = "A citizen service number passes the eleven-test and is not all zeros.";

    public static IReadOnlyList<MessageRule> All { get; } =
    [
        new MessageRule<ToewijzingClient>("CS002", "", BsnDescription, BsnText, (client, run) => CheckBsn(client, client.Bsn, run)),
        new MessageRule<NamedClient>("CS002", "", BsnDescription, BsnText, (client, run) => CheckBsn(client, client.Bsn, run)),
        new MessageRule<WijzigingClient>("CS002", "", BsnDescription, BsnText, (client, run) => CheckBsn(client, client.Bsn, run)),
        new MessageRule<DeclaratieClient>("CS002", "", BsnDescription, BsnText, (client, run) => CheckBsn(client, client.Bsn, run)),
        new MessageRule<Geboortedatum>(
            "TR002", "", "A date of birth lies at most 120 years before the date of the message, unless it is unknown.",
            "De geboortedatum ligt meer dan 120 jaar voor de dagtekening.",
            (birth, run) => run.FaultIf(
                !birth.DatumGebruik.Is("3") && birth.Datum.Data < RuleRun.YearsBefore(RuleRun.MessageDate(birth), 120), birth, nameof(birth.Datum), birth.Datum.Position)),
        new MessageRule<Geboortedatum>(
            "TR134", "", "A date of birth is not after the date of the message.", "De geboortedatum ligt na de dagtekening.",
            (birth, run) => run.FaultIf(birth.Datum.Data > RuleRun.MessageDate(birth), birth, nameof(birth.Datum), birth.Datum.Position)),
        new MessageRule<Geboortedatum>(
            "CS139", "OP252", "What DatumGebruik calls unknown is filled with 01 and 1900 (IV009).",
            "DatumGebruik past niet bij de ingevulde datum.",
            (birth, run) => run.FaultIf(!FitsUse(birth), birth, nameof(birth.DatumGebruik), birth.DatumGebruik.Position)),
        new MessageRule<VolledigeNaam>(
            "CS050", "", "With the name of a partner, NaamGebruik is 1 to 4; without, 1 or 6.", "NaamGebruik past niet bij de ingevulde namen.",
            (name, run) => run.FaultIf(!UsesItsNames(name), name, nameof(name.NaamGebruik), name.NaamGebruik.Position)),
        new MessageRule<ToewijzingClient>(
            "CS318", "", "A client is no legal entity: NaamGebruik is not 6.", "Een cliënt kan geen rechtspersoon zijn.",
            (client, run) => run.FaultIf(client.Naam.NaamGebruik.Is("6"), client.Naam, nameof(client.Naam.NaamGebruik), client.Naam.NaamGebruik.Position)),
    ];

    private static void CheckBsn(MessagePart client, Value<string> bsn, RuleRun run)
    {
        int[] weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
        var sum = bsn.Data.Zip(weights, (digit, weight) => (digit - '0') * weight).Sum();
        run.FaultIf(sum % 11 != 0 || bsn.Data == "000000000", client, "Bsn", bsn.Position);
    }

    private static bool FitsUse(Geboortedatum birth)
    {
        var date = birth.Datum.Data;
        return birth.DatumGebruik.Or("") switch
        {
            "1" => date.Day == 1,
            "2" => date is { Day: 1, Month: 1 },
            "3" => date == new DateOnly(1900, 1, 1),
            _ => true,
        };
    }

    private static bool UsesItsNames(VolledigeNaam name) =>
        name.Partnernaam is null ? name.NaamGebruik.Data is "1" or "6" : name.NaamGebruik.Data is "1" or "2" or "3" or "4";
}
