using System.Text;
using System.Xml;

namespace Regio.Documents;

/// <summary>Texts come from people and files; what no document can hold is left out.</summary>
internal static class CleanText
{
    /// <summary>The text without control signs and halves of signs, in composed form, on one line.</summary>
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                clean.Append(text[i]).Append(text[++i]);
            else if (text[i] is '\n' or '\r' or '\t')
                clean.Append(' ');
            else if (XmlConvert.IsXmlChar(text[i]) && !char.IsControl(text[i]))
                clean.Append(text[i]);
        }

        return clean.ToString().Normalize();
    }
}
