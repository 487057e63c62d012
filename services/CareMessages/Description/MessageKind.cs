using Regio.CareMessages.Model;

namespace Regio.CareMessages.Description;

/// <summary>A kind of message of iJw 3.2.</summary>
public sealed class MessageKind
{
    private readonly Lazy<(Shape Root, IReadOnlyDictionary<Type, Shape> Classes)> _shapes;

    private MessageKind(int number, string code, bool fromMunicipality, MessageKind? answers, Func<Message> create)
    {
        (Number, Code, FromMunicipality, Answers, Create) = (number, code, fromMunicipality, answers, create);
        Namespace = string.Intern($"http://www.istandaarden.nl/ijw/3_2/jw{number}/schema");
        _shapes = new(() => new ShapeBuilder(this).All());
    }

    /// <summary>Assignment of care (toewijzing), by the municipality.</summary>
    public static readonly MessageKind Jw301 = new(301, "436", true, null, () => new Jw301());

    /// <summary>Return on <see cref="Jw301"/>.</summary>
    public static readonly MessageKind Jw302 = new(302, "437", true, Jw301, () => new Jw302());

    /// <summary>Start of delivery, by the provider.</summary>
    public static readonly MessageKind Jw305 = new(305, "438", false, null, () => new Jw305());

    /// <summary>Return on <see cref="Jw305"/>.</summary>
    public static readonly MessageKind Jw306 = new(306, "439", false, Jw305, () => new Jw306());

    /// <summary>Stop of delivery, by the provider.</summary>
    public static readonly MessageKind Jw307 = new(307, "440", false, null, () => new Jw307());

    /// <summary>Return on <see cref="Jw307"/>.</summary>
    public static readonly MessageKind Jw308 = new(308, "441", false, Jw307, () => new Jw308());

    /// <summary>Request for an assignment, by the provider.</summary>
    public static readonly MessageKind Jw315 = new(315, "446", false, null, () => new Jw315());

    /// <summary>Return on <see cref="Jw315"/>.</summary>
    public static readonly MessageKind Jw316 = new(316, "447", false, Jw315, () => new Jw316());

    /// <summary>Request for a change of assignments, by the provider.</summary>
    public static readonly MessageKind Jw317 = new(317, "486", false, null, () => new Jw317());

    /// <summary>Return on <see cref="Jw317"/>.</summary>
    public static readonly MessageKind Jw318 = new(318, "487", false, Jw317, () => new Jw318());

    /// <summary>Answer to a request: rejected or under investigation, by the municipality.</summary>
    public static readonly MessageKind Jw319 = new(319, "488", true, null, () => new Jw319());

    /// <summary>Return on <see cref="Jw319"/>.</summary>
    public static readonly MessageKind Jw320 = new(320, "489", true, Jw319, () => new Jw320());

    /// <summary>Claim (declaratie), by the provider; many clients.</summary>
    public static readonly MessageKind Jw323 = new(323, "490", false, null, () => new Jw323());

    /// <summary>Answer to <see cref="Jw323"/>: what is granted and what is not.</summary>
    public static readonly MessageKind Jw325 = new(325, "491", true, Jw323, () => new Jw325());

    /// <summary>All kinds, by number.</summary>
    public static IReadOnlyList<MessageKind> All { get; } =
        [Jw301, Jw302, Jw305, Jw306, Jw307, Jw308, Jw315, Jw316, Jw317, Jw318, Jw319, Jw320, Jw323, Jw325];

    /// <summary>Its number, such as 301.</summary>
    public int Number { get; }

    /// <summary>Its name, such as JW301.</summary>
    public string Name => $"JW{Number}";

    /// <summary>What BerichtCode says.</summary>
    public string Code { get; }

    /// <summary>Whether Afzender is a municipality and Ontvanger a provider. A return keeps the sides of what it answers, except JW325.</summary>
    public bool FromMunicipality { get; }

    /// <summary>The kind that this one is the return on; null when it starts something.</summary>
    public MessageKind? Answers { get; }

    /// <summary>The namespace of its elements.</summary>
    public string Namespace { get; }

    internal Func<Message> Create { get; }

    internal Shape Shape => _shapes.Value.Root;

    /// <summary>The shape of one of its classes.</summary>
    internal Shape ShapeOf(MessagePart part) => _shapes.Value.Classes[part.GetType()];

    /// <summary>A class of this kind, or of the kind that it answers, as this kind has it; the copy shares nothing with what it was made of.</summary>
    internal TPart Copy<TPart>(TPart part, MessagePart parent, string name)
        where TPart : MessagePart, new()
    {
        var copy = new TPart();
        copy.PlaceIn(parent, name);
        ShapeOf(part).Copy(part, copy);
        return copy;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
