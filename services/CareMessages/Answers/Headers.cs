using Regio.CareMessages.Description;
using Regio.CareMessages.Model;

namespace Regio.CareMessages.Answers;

/// <summary>The parts of headers that answers repeat or add.</summary>
internal static class Headers
{
    /// <summary>The header of a message of one's own.</summary>
    public static THeader Of<THeader>(MessageKind kind, Value<string> from, Value<string> to, AnswerStamp stamp)
        where THeader : Header, new() => new()
    {
        BerichtCode = kind.Code,
        BerichtVersie = 3,
        BerichtSubversie = 2,
        Afzender = from,
        Ontvanger = to,
        BerichtIdentificatie = new() { Identificatie = stamp.Identification, Dagtekening = stamp.Date },
        XsdVersie = Of(stamp.Versions),
    };

    public static BerichtIdentificatie Copy(BerichtIdentificatie part) => new() { Identificatie = part.Identificatie, Dagtekening = part.Dagtekening };

    public static XsdVersie Copy(XsdVersie part) => new() { BasisschemaXsdVersie = part.BasisschemaXsdVersie, BerichtXsdVersie = part.BerichtXsdVersie };

    public static XsdVersie Of(SchemaVersions versions) => new() { BasisschemaXsdVersie = versions.Basic, BerichtXsdVersie = versions.Message };
}
