using Regio.CareMessages.Model;

namespace Regio.CareMessages.Rules;

/// <summary>Where people can be reached.</summary>
internal static class ContactRules
{
    public static IReadOnlyList<MessageRule> All { get; } =
    [
        new MessageRule<ToewijzingClient>(
            "TR061", "", "A client has at least one contact of kind 01, 02 or 03.", "De cliënt heeft geen BRP-, correspondentie- of verblijfadres.",
            (client, run) => run.FaultIf(!client.Contactgegevens.Any(contact => contact.Soort.Data is "01" or "02" or "03"), client, nameof(client.Contactgegevens))),
        new MessageRule<Contact>(
            "TR006", "OP130", "A contact has a phone number, or house and postal code.", "Er is geen telefoonnummer en geen huisnummer met postcode.",
            (contact, run) => run.FaultIf(contact.Telefoon is null && contact.Adres is not { Huis: not null, Postcode.HasValue: true }, contact, "")),
        new MessageRule<Adres>(
            "CD005", "", "A country is named if and only if a postal code is.", "Postcode en landcode horen samen te worden gevuld.",
            (address, run) => run.FaultIf(address.LandCode.HasValue != address.Postcode.HasValue, address, nameof(address.LandCode), address.LandCode.Position)),
        new MessageRule<Contact>(
            "CD034", "", "An address of kind 01 or 03 has a postal code.", "Een BRP- of verblijfadres heeft een postcode.",
            (contact, run) => run.FaultIf(
                contact is { Soort.Data: "01" or "03", Adres.Postcode.HasValue: false }, contact, "Adres/Postcode", contact.Adres?.Position ?? default)),
        new MessageRule<Adres>(
            "CD025", "", "An address in the Netherlands has a house.", "Een adres in Nederland heeft een huisnummer.",
            (address, run) => run.FaultIf(address.LandCode.Is("NL") && address.Huis is null, address, nameof(address.Huis))),
        new MessageRule<Adres>(
            "CS089", "", "A postal code in the Netherlands is four digits, not beginning with 0, and two capitals.", "De postcode heeft niet de Nederlandse vorm (1234AB).",
            (address, run) => run.FaultIf(
                address.LandCode.Is("NL") && address.Postcode.HasValue && !IsDutch(address.Postcode.Data), address, nameof(address.Postcode), address.Postcode.Position)),
        new MessageRule<Communicatie>(
            "CD007", "", "A language is named if and only if an interpreter of languages is needed.", "Taal hoort bij een tolk voor een taal, en alleen daarbij.",
            (need, run) => run.FaultIf(need.Vorm.Is("1") != need.Taal.HasValue, need, nameof(need.Taal), need.Taal.Position)),
        new MessageRule<Contact>(
            "CD009", "", "Only a temporary address has a period.", "Alleen een tijdelijk verblijfadres heeft een periode.",
            (contact, run) => run.FaultIf(contact.Periode is not null && !contact.Soort.Is("04"), contact, nameof(contact.Periode), contact.Periode?.Position ?? default)),
        new MessageRule<OpenPeriode>(
            "TR018", "CS003", "A period does not end before it begins.", "De einddatum ligt voor de begindatum.",
            (period, run) => run.FaultIf(
                period.Begindatum.HasValue && period.Einddatum.HasValue && period.Einddatum.Data < period.Begindatum.Data,
                period, nameof(period.Einddatum), period.Einddatum.Position)),
    ];

    private static bool IsDutch(string code) =>
        code.Length == 6 && code[0] is >= '1' and <= '9' && code[1..4].All(char.IsAsciiDigit) && code[4..].All(char.IsAsciiLetterUpper);
}
