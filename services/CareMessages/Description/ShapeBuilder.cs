using System.Reflection;
using Regio.CareMessages.Model;
using Regio.CareMessages.Types;

namespace Regio.CareMessages.Description;

/// <summary>Makes the shapes of a kind of message from the classes of its model and what stands at their properties.</summary>
internal sealed class ShapeBuilder(MessageKind kind)
{
    public const string BasicNamespace = "http://www.istandaarden.nl/ijw/3_2/basisschema/schema";

    private readonly Dictionary<Type, Shape> _shapes = [];

    // Returns and the answer to a claim carry codes at their classes; what they answer does not.
    private bool HasCodes => kind.Answers is not null;

    /// <summary>The shape of the message, and of each class in it.</summary>
    public (Shape Root, IReadOnlyDictionary<Type, Shape> Classes) All() => (Of(kind.Create().GetType()), _shapes);

    private Shape Of(Type part)
    {
        if (_shapes.TryGetValue(part, out var known))
            return known;
        var shape = _shapes[part] = new Shape();
        var space = part.IsDefined(typeof(BasicTypeAttribute)) ? BasicNamespace : kind.Namespace;
        var fields = Described(part).Select(described => Make(part, described.Property, described.Field, space)).ToList();
        if (HasCodes && part.IsAssignableTo(typeof(AnsweredPart)))
            fields.Add(Codes(part, space));
        shape.Fields = [.. fields];
        return shape;
    }

    /// <summary>The elements in the order of the schema: what a class inherits stands before its own.</summary>
    private static IEnumerable<(PropertyInfo Property, FieldAttribute Field)> Described(Type part) =>
        part.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Select(property => (Property: property, Field: property.GetCustomAttribute<FieldAttribute>()!))
            .Where(described => described.Field is not null)
            .OrderBy(described => Depth(described.Property.DeclaringType!))
            .ThenBy(described => described.Field.Line);

    private Field Codes(Type part, string space) =>
        Create(typeof(ValueListField<>), [part], nameof(AnsweredPart.RetourCodes), "RetourCode", space, true,
            SimpleTypes.Of(SimpleType.RetourCode, kind), part.GetProperty(nameof(AnsweredPart.RetourCodes))!);

    private Field Make(Type part, PropertyInfo property, FieldAttribute field, string space)
    {
        var name = property.GetCustomAttribute<ElementNameAttribute>()?.Name ?? property.Name;
        var type = property.PropertyType;
        if (field.Item is { } item)
        {
            var held = type.GetGenericArguments()[0];
            return field.Type == SimpleType.None
                ? Create(typeof(PartListField<,>), [part, held], name, item, space, field.IsRequired, ((ListAttribute)field).IsStreamed, Of(held), property)
                : Create(typeof(ValueListField<>), [part], name, item, space, field.IsRequired, SimpleTypes.Of(field.Type, kind), property);
        }

        return field.Type == SimpleType.None
            ? Create(typeof(PartField<,>), [part, type], name, space, field.IsRequired, Of(type), property)
            : Create(typeof(ValueField<,>), [part, type.GetGenericArguments()[0]], name, space, field.IsRequired, SimpleTypes.Of(field.Type, kind), property);
    }

    /// <summary>Makes a field of a generic kind; the last argument is the property, which becomes a getter and a setter.</summary>
    private static Field Create(Type kindOfField, Type[] types, params object[] arguments)
    {
        var constructor = kindOfField.MakeGenericType(types).GetConstructors().Single();
        var accessors = constructor.GetParameters()[^2..];
        var property = (PropertyInfo)arguments[^1];
        return (Field)constructor.Invoke(
        [
            .. arguments[..^1],
            property.GetMethod!.CreateDelegate(accessors[0].ParameterType),
            property.SetMethod!.CreateDelegate(accessors[1].ParameterType),
        ]);
    }

    private static int Depth(Type type) => type.BaseType is { } parent ? 1 + Depth(parent) : 0;
}
