using System.Xml;

namespace Regio.Documents.Html;

/// <summary>Writes elements such that readers of HTML and of XML see the same.</summary>
internal sealed class HtmlPen(XmlWriter xml)
{
    public void Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        xml.WriteStartElement(element);
        foreach (var (name, value) in attributes)
        {
            if (value is not null)
                xml.WriteAttributeString(name, value);
        }
    }

    /// <summary>Ends the element with a tag of its own, since only some elements of HTML may lack it.</summary>
    public void Close() => xml.WriteFullEndElement();

    public void Empty(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Open(element, attributes);
        xml.WriteEndElement();
    }

    public void Text(string element, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Open(element, attributes);
        xml.WriteString(CleanText.Of(text));
        Close();
    }

    public void TextUnlessEmpty(string element, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        if (text.Length > 0)
            Text(element, text, attributes);
    }

    /// <summary>Text that is no markup but that HTML reads as it stands: a style.</summary>
    public void Raw(string element, string text)
    {
        Open(element);
        xml.WriteRaw(text);
        Close();
    }
}
