using System.Xml;
using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;
using Regio.CareMessages.Types;

namespace Regio.CareMessages.Reading;

/// <summary>The part that reads values, without a string for each.</summary>
internal sealed partial class MessageCursor
{
    private char[] _text = new char[256];
    private int _length;

    /// <summary>Reads the value of the element on whose start tag the reader stands; reports what is wrong with it.</summary>
    public bool TryReadValue<T>(MessagePart owner, string name, string? list, Lexical<T> type, out Value<T> value)
        where T : notnull
    {
        var position = Here;
        var isWhole = ReadText(owner, list is null ? name : $"{list}/{name}");
        var text = _text.AsSpan(0, _length);
        StructureRule? fault = StructureRules.TooLong;
        if (isWhole && type.TryRead(text, out var data, out fault))
        {
            value = new Value<T>(data, IsCanonical(text, type, data) ? null : new string(text), position);
            return true;
        }

        value = default;
        findings.Add(fault!, PathOf(owner, list is null ? name : $"{list}/{name}"), position, name, type.Allowed);
        return false;
    }

    private static bool IsCanonical<T>(ReadOnlySpan<char> text, Lexical<T> type, T data)
    {
        // Strings are their own text. Numbers and dates nearly always are what would be written; only then is a look needed.
        if (typeof(T) == typeof(string))
            return true;
        if (typeof(T) == typeof(DateOnly))
            return text.Length == 10;
        if (typeof(T) == typeof(long))
            return text[0] is >= '1' and <= '9' ? !text[^1..].ContainsAny(" \t\r\n") : text is "0";
        return text.SequenceEqual(type.Canonical(data));
    }

    /// <summary>Reads the text of an element into the buffer and leaves the element; false when it is longer than any value may be.</summary>
    private bool ReadText(MessagePart owner, string name)
    {
        _length = 0;
        var isWhole = true;
        if (!Enter(owner, name))
        {
            Leave();
            return true;
        }

        while (reader.NodeType != XmlNodeType.EndElement)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    findings.Add(StructureRules.ElementInValue, PathOf(owner, name), Here, name);
                    SkipElement();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    isWhole &= AppendText();
                    Move();
                    break;
                default:
                    PassOver();
                    break;
            }
        }

        Leave();
        return isWhole;
    }

    private bool AppendText()
    {
        while (true)
        {
            if (_length >= _text.Length - 1)
            {
                if (_length > limits.ValueLength)
                    return Drop();
                Array.Resize(ref _text, _text.Length * 2);
            }

            var room = _text.Length - _length;
            var read = reader.ReadValueChunk(_text, _length, room);
            stream.Progressed();
            _length += read;
            // The reader fills what it is given, but for half a character that takes two; with more room left over the text has ended.
            if (read < room - 1 || read == 0)
                return _length <= limits.ValueLength;
        }
    }
    // The rest of a text that is too long is passed through the buffer, so that nothing holds it and what follows can be judged.
    private bool Drop()
    {
        while (reader.ReadValueChunk(_text, 0, _text.Length) > 0)
            stream.Progressed();
        return false;
    }
}
