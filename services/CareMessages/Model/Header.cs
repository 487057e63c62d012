using Regio.CareMessages.Description;
using T = Regio.CareMessages.Types.SimpleType;

namespace Regio.CareMessages.Model;

/// <summary>What a message says about itself.</summary>
public class Header : MessagePart
{
    /// <summary>The kind of message (<see cref="MessageKind.Code"/>).</summary>
    [One(T.BerichtCodeVast)] public Value<string> BerichtCode { get; set; }

    /// <summary>Release: always 3.</summary>
    [One(T.BerichtVersieVast)] public Value<long> BerichtVersie { get; set; }

    /// <summary>Release within it: always 2.</summary>
    [One(T.BerichtSubversieVast)] public Value<long> BerichtSubversie { get; set; }

    /// <summary>Who sends: CBS code of four digits, or AGB code of eight, by the kind of message.</summary>
    [One(T.Afzender)] public Value<string> Afzender { get; set; }

    /// <summary>Who receives: the other side.</summary>
    [One(T.Ontvanger)] public Value<string> Ontvanger { get; set; }

    /// <summary>The sender's own number of the message, and its date.</summary>
    [One] public BerichtIdentificatie BerichtIdentificatie { get; set; } = new();

    /// <summary>The versions of the schemas with which it was made.</summary>
    [One] public XsdVersie XsdVersie { get; set; } = new();
}

/// <summary>The header of a return message: that of what it answers, and its own data.</summary>
public sealed class RetourHeader : Header
{
    /// <summary>The sender's own number of the return message.</summary>
    [One(T.IdentificatieBericht)] public Value<string> IdentificatieRetour { get; set; }

    /// <summary>The date of the return message.</summary>
    [One(T.Datum)] public Value<DateOnly> DagtekeningRetour { get; set; }

    /// <summary>The version of the published rule sheets, when they were used to refuse.</summary>
    [Maybe(T.Versie)] public Value<string> XsltVersie { get; set; }

    /// <summary>The versions of the schemas of the return message.</summary>
    [One] public XsdVersie XsdVersieRetour { get; set; } = new();

    /// <summary>What is wrong with the message as a whole; none when everything is accepted.</summary>
    [List("RetourCode", isRequired: false, T.RetourCode)] public IReadOnlyList<Value<string>> RetourCodes { get; set; } = [];
}

/// <summary>The header of the answer to a claim: its own sides, and which claim it answers.</summary>
public sealed class DeclaratieAntwoordHeader : Header
{
    /// <summary>Number and date of the claim's message.</summary>
    [One] public BerichtIdentificatie DeclaratieIdentificatie { get; set; } = new();

    /// <summary>The version of the published rule sheets, when they were used to refuse.</summary>
    [Maybe(T.Versie)] public Value<string> XsltVersie { get; set; }

    /// <summary>The versions of the schemas of the claim.</summary>
    [One] public XsdVersie XsdVersieDeclaratie { get; set; } = new();

    /// <summary>0200, or what is wrong with the claim's message as a whole.</summary>
    [List("RetourCode", type: T.RetourCode)] public IReadOnlyList<Value<string>> RetourCodes { get; set; } = [];
}
