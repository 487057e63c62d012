namespace Regio.CareMessages.Findings;

/// <summary>Everything that can be wrong with the structure of a message. Numbers of the standard where it has one, otherwise our own.</summary>
internal static class StructureRules
{
    public static readonly StructureRule NotXml = new("XML01", "The file is well-formed XML 1.0.", "Het bestand is hier geen geldig XML.");
    public static readonly StructureRule DocumentType = new("XML02", "No document type and no entities of its own.", "Een documenttype (DTD) of eigen entiteit is niet toegestaan.");
    public static readonly StructureRule TooDeep = new("XML03", "Elements are not nested deeper than the limit of the reader.", "Elementen zijn dieper genest dan toegestaan.");
    public static readonly StructureRule TooMuchMarkup = new("XML04", "One tag, comment or instruction is not longer than the limit of the reader.", "Een tag, commentaar of instructie is langer dan toegestaan.");
    public static readonly StructureRule TooMuchNoise = new("XML05", "A message is not filled with what does not belong there.", "Het bestand bevat te veel wat niet in een bericht hoort; het lezen is gestopt.");
    public static readonly StructureRule TooManyFindings = new("XML06", "Reading stops when more is wrong than anybody will read.", "Er is te veel fout; het lezen is hier gestopt.");
    public static readonly StructureRule PartTooLarge = new("XML07", "A client does not have more lines than the limit of the reader.", "Dit onderdeel is groter dan kan worden verwerkt.");
    public static readonly StructureRule TooManyBytes = new("OP179", "A file is not larger than agreed (25 MB unless set otherwise).", "Het bestand is groter dan toegestaan.");
    public static readonly StructureRule Encoding = new("OP192-1", "A file is UTF-8.", "Het bestand moet in UTF-8 zijn.");
    public static readonly StructureRule ByteOrderMark = new("OP192-2", "A file has no byte-order mark.", "Het bestand mag niet met een byte-order mark beginnen.");
    public static readonly StructureRule NotAMessage = new("XSD01", "The root element is Bericht in the namespace of a message of iJw 3.2.", "Dit is geen bericht van iJw 3.2.");
    public static readonly StructureRule OtherRelease = new("XSD02", "The message is of release 3.2.", "Dit bericht is van een andere uitgave dan iJw 3.2.");
    public static readonly StructureRule UnknownElement = new("XSD03", "An element stands where the schema has it.", "{0} hoort hier niet.");
    public static readonly StructureRule WrongOrder = new("XSD04", "Elements stand in the order of the schema.", "{0} staat niet op zijn plaats in de volgorde.");
    public static readonly StructureRule Repeated = new("XSD05", "An element that may occur once occurs once.", "{0} mag maar één keer voorkomen.");
    public static readonly StructureRule Missing = new("XSD06", "A mandatory element is there.", "{0} ontbreekt.");
    public static readonly StructureRule Attribute = new("XSD07", "Elements have no attributes.", "{0} mag geen attributen hebben.");
    public static readonly StructureRule StrayText = new("XSD08", "No text between elements.", "Tussen de elementen van {0} mag geen tekst staan.");
    public static readonly StructureRule ElementInValue = new("XSD09", "A value holds no elements.", "{0} mag geen andere elementen bevatten.");
    public static readonly StructureRule TooLong = new("XSD10", "A text is not longer than its type allows.", "{0} is te lang: het moet {1}.");
    public static readonly StructureRule Pattern = new("XSD11", "A text has the form of its type.", "{0} heeft niet de juiste vorm: het moet {1}.");
    public static readonly StructureRule Code = new("XSD12", "A code is in its list.", "{0} is geen bekende code: het moet {1}.");
    public static readonly StructureRule Number = new("XSD13", "A number is a whole number.", "{0} is geen geheel getal: het moet {1}.");
    public static readonly StructureRule Range = new("XSD14", "A number lies within its bounds.", "{0} valt buiten de grenzen: het moet {1}.");
    public static readonly StructureRule Date = new("XSD15", "A date is an existing day.", "{0} is geen bestaande dag: het moet {1}.");
    public static readonly StructureRule Time = new("XSD16", "A time is an existing time of day.", "{0} is geen tijdstip: het moet {1}.");
    public static readonly StructureRule DateWithZone = new("RS032", "A date has no time zone.", "{0} mag geen tijdzone hebben: het moet {1}.");
    public static readonly StructureRule Empty = new("RS033", "An element is left out rather than empty.", "{0} mag niet leeg zijn: laat het weg of vul het.");
    public static readonly StructureRule TimeWithZone = new("RS034", "A time has no time zone.", "{0} mag geen tijdzone hebben: het moet {1}.");

    public static IReadOnlyList<StructureRule> All { get; } =
    [
        NotXml, DocumentType, TooDeep, TooMuchMarkup, TooMuchNoise, TooManyFindings, PartTooLarge, TooManyBytes, Encoding, ByteOrderMark,
        NotAMessage, OtherRelease, UnknownElement, WrongOrder, Repeated, Missing, Attribute, StrayText, ElementInValue,
        TooLong, Pattern, Code, Number, Range, Date, Time, DateWithZone, Empty, TimeWithZone,
    ];
}
