namespace Regio.CareMessages.Model;

/// <summary>A class of a message: the element with its children, and where it stood.</summary>
public abstract class MessagePart
{
    private string _name = "Bericht";
    private string? _list;
    private int _index;

    /// <summary>What holds it; null for the message itself.</summary>
    public MessagePart? Parent { get; private set; }

    /// <summary>Where its element begins.</summary>
    public Position Position { get; internal set; }

    /// <summary>Its place in the message, such as <c>/Bericht/Client/Relaties/Relatie[1]/Contact</c>.</summary>
    public string Path =>
        $"{Parent?.Path}{(_list is null ? "" : $"/{_list}")}/{_name}{(_index == 0 ? "" : $"[{_index}]")}";

    /// <summary>The message that holds it.</summary>
    public Message? Message => this as Message ?? Parent?.Message;

    /// <summary>Puts it where it belongs; a list counts from 1.</summary>
    internal void PlaceIn(MessagePart parent, string name, string? list = null, int index = 0) =>
        (Parent, _name, _list, _index) = (parent, name, list, index);
}

/// <summary>A class that a return message repeats with the codes of what was found about it.</summary>
public abstract class AnsweredPart : MessagePart
{
    /// <summary>What was found (list WJ001): 0200 nothing, 0233 not judged, or the codes of what is wrong. Only in return messages.</summary>
    public IReadOnlyList<Value<string>> RetourCodes { get; set; } = [];
}

/// <summary>A message: the root element.</summary>
public abstract class Message : MessagePart
{
    /// <summary>What every message says about itself.</summary>
    public abstract Header Envelope { get; }
}
