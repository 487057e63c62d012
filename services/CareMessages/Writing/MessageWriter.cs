using System.Text;
using System.Xml;
using Regio.CareMessages.Description;
using Regio.CareMessages.Model;

namespace Regio.CareMessages.Writing;

/// <summary>Writes messages as the standard wants files: UTF-8 without a byte-order mark, lines ended by CR and LF.</summary>
public static class MessageWriter
{
    private static readonly XmlWriterSettings s_settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        IndentChars = "  ",
        NewLineChars = "\r\n",
        // A line break within a text stays what it was.
        NewLineHandling = NewLineHandling.Entitize,
        CloseOutput = false,
    };

    /// <summary>Writes a message; lists that are made while they are written are not held in memory.</summary>
    /// <exception cref="InvalidMessageException">A mandatory element is missing or a value does not fit its type.</exception>
    public static void Write(Message message, Stream stream)
    {
        var kind = KindOf(message);
        using var writer = XmlWriter.Create(stream, s_settings);
        writer.WriteStartDocument();
        writer.WriteStartElement("", "Bericht", kind.Namespace);
        writer.WriteAttributeString("xmlns", "ijw", null, ShapeBuilder.BasicNamespace);
        kind.Shape.Write(new MessageOutput(writer), message);
        writer.WriteEndElement();
        writer.WriteEndDocument();
    }

    /// <summary>A message as a file.</summary>
    /// <exception cref="InvalidMessageException">A mandatory element is missing or a value does not fit its type.</exception>
    public static byte[] ToFile(Message message)
    {
        using var bytes = new MemoryStream();
        Write(message, bytes);
        return bytes.ToArray();
    }

    /// <summary>The kind of a message, by its class.</summary>
    public static MessageKind KindOf(Message message) =>
        MessageKind.All.First(kind => kind.Name.Equals(message.GetType().Name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>A message that is being made does not fit the standard: a mistake of the program. It names the place, never the value.</summary>
/// <param name="path">Where.</param>
/// <param name="rule">The number of the rule of structure.</param>
public sealed class InvalidMessageException(string path, string rule) : Exception($"{path} breaks {rule}.")
{
    /// <summary>Where.</summary>
    public string Path { get; } = path;

    /// <summary>The number of the rule of structure.</summary>
    public string Rule { get; } = rule;
}
