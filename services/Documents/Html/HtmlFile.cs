using System.Text;
using System.Xml;

namespace Regio.Documents.Html;

/// <summary>Writes a document as a page that stands by itself: no scripts, nothing loaded, well-formed also as XML.</summary>
public static class HtmlFile
{
    /// <summary>The file, in UTF-8.</summary>
    public static byte[] Write(Document document) => Encoding.UTF8.GetBytes("<!DOCTYPE html>\n" + Markup(html =>
    {
        html.Open("html", ("lang", "nl"));
        html.Open("head");
        html.Empty("meta", ("charset", "utf-8"));
        html.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Text("title", document.Title);
        html.Raw("style", HtmlStyle.Css);
        html.Close();
        html.Open("body");
        Head(html, document);
        html.Open("main");
        HtmlBlocks.Sections(html, document);
        html.Close();
        html.Open("footer");
        html.TextUnlessEmpty("p", document.Foot);
        html.Close();
        html.Close();
        html.Close();
    }) + "\n");

    /// <summary>The sections alone, for a page with a head and a style of its own.</summary>
    public static string Sections(Document document) => Markup(html => HtmlBlocks.Sections(html, document));

    private static void Head(HtmlPen html, Document document)
    {
        html.Open("header");
        html.TextUnlessEmpty("p", document.Sender, ("class", "sender"));
        html.Text("h1", document.Title);
        html.TextUnlessEmpty("p", document.Lead, ("class", "lead"));
        html.Close();
    }

    private static string Markup(Action<HtmlPen> write)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, ConformanceLevel = ConformanceLevel.Fragment, NewLineChars = "\n" }))
            write(new HtmlPen(xml));
        return text.ToString();
    }
}
