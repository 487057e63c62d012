using System.Collections;
using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Regio.Testing.Rpcs;

/// <summary>A text field somewhere in a request, by the path that BadRequest has for it.</summary>
/// <param name="Path">Such as <c>contract.lines[0].product_id</c>.</param>
/// <param name="Name">Name of the field itself.</param>
/// <param name="Value">What it holds.</param>
/// <param name="Set">Puts something else into it.</param>
public sealed record TextField(string Path, string Name, string Value, Action<string> Set);

/// <summary>Finds the text fields of a request, those inside its parts too.</summary>
public static class FieldWalk
{
    public static bool IsId(string name) => name is "id" or "ids" || name.EndsWith("_id", StringComparison.Ordinal) || name.EndsWith("_ids", StringComparison.Ordinal);

    /// <summary>The ids that a request holds.</summary>
    public static IEnumerable<TextField> Ids(IMessage request) => Texts(request).Where(text => IsId(text.Name) && text.Value.Length > 0);

    /// <summary>All text fields, those that are empty too.</summary>
    public static IEnumerable<TextField> Texts(IMessage message, string prefix = "")
    {
        foreach (var field in message.Descriptor.Fields.InFieldNumberOrder().Where(field => !field.IsMap))
        {
            var value = field.Accessor.GetValue(message);
            var path = prefix + field.Name;
            var found = value switch
            {
                string text => [new TextField(path, field.Name, text, changed => field.Accessor.SetValue(message, changed))],
                IMessage part => Texts(part, $"{path}."),
                IList items => Items(items, field, path),
                _ => [],
            };
            foreach (var text in found)
                yield return text;
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

    private static IEnumerable<TextField> Items(IList items, FieldDescriptor field, string path)
    {
        for (var i = 0; i < items.Count; i++)
        {
            var (index, place) = (i, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"));
            if (items[index] is string text)
                yield return new TextField(place, field.Name, text, changed => items[index] = changed);
            else if (items[index] is IMessage part)
            {
                foreach (var inner in Texts(part, $"{place}."))
                    yield return inner;
            }
        }
    }
}
