using System.Collections;
using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Regio.Testing.Rpcs;

/// <summary>A field with a single value somewhere in a request, by the path that BadRequest has for it.</summary>
/// <param name="Path">Such as <c>contract.lines[0].product_id</c>.</param>
/// <param name="Field">Its descriptor.</param>
/// <param name="Value">What it holds.</param>
/// <param name="Set">Puts something else into it.</param>
public sealed record ScalarField(string Path, FieldDescriptor Field, object Value, Action<object> Set)
{
    public string Name => Field.Name;

    public string Text => (string)Value;
}

/// <summary>Finds the fields of a request, those inside its parts too.</summary>
public static class FieldWalk
{
    public static bool IsId(string name) => name is "id" or "ids" || name.EndsWith("_id", StringComparison.Ordinal) || name.EndsWith("_ids", StringComparison.Ordinal);

    /// <summary>The ids that a request holds.</summary>
    public static IEnumerable<ScalarField> Ids(IMessage request) => Texts(request).Where(text => IsId(text.Name) && text.Text.Length > 0);

    /// <summary>All text fields, those that are empty too.</summary>
    public static IEnumerable<ScalarField> Texts(IMessage request) => Scalars(request).Where(field => field.Value is string);

    /// <summary>All fields with a single value, those that are not set too, in the parts that the request has.</summary>
    public static IEnumerable<ScalarField> Scalars(IMessage message, string prefix = "")
    {
        foreach (var field in message.Descriptor.Fields.InFieldNumberOrder().Where(field => !field.IsMap && IsChosen(field, message)))
        {
            var value = field.Accessor.GetValue(message);
            var path = prefix + field.Name;
            var found = value switch
            {
                null => [],
                IMessage part => Scalars(part, $"{path}."),
                IList items => Items(items, field, path),
                _ => [new ScalarField(path, field, value, changed => field.Accessor.SetValue(message, changed))],
            };
            foreach (var scalar in found)
                yield return scalar;
        }
    }

    /// <summary>Whether a request of this type can have a field at this path.</summary>
    public static bool Has(MessageDescriptor type, string path)
    {
        foreach (var step in path.Split('.'))
        {
            if (type?.FindFieldByName(step.Split('[')[0]) is not { } field)
                return false;
            type = field.FieldType == FieldType.Message ? field.MessageType : null!;
        }

        return true;
    }

    // Setting what was not chosen would take away what was.
    private static bool IsChosen(FieldDescriptor field, IMessage message) =>
        field.RealContainingOneof is not { } choice || choice.Accessor.GetCaseFieldDescriptor(message) == field;

    private static IEnumerable<ScalarField> Items(IList items, FieldDescriptor field, string path)
    {
        for (var i = 0; i < items.Count; i++)
        {
            var (index, place) = (i, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"));
            if (items[index] is IMessage part)
            {
                foreach (var inner in Scalars(part, $"{place}."))
                    yield return inner;
            }
            else
            {
                yield return new ScalarField(place, field, items[index]!, changed => items[index] = changed);
            }
        }
    }
}
