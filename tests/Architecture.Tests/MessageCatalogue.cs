using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Regio.Messages;

namespace Regio.Architecture.Tests;

/// <summary>docs/messages.md: what goes over the bus, as the message types and their comments say it.</summary>
internal static partial class MessageCatalogue
{
    private const string Opening =
        """
        # Messages on the bus

        Generated from `services/Messages`; CONTRIBUTING says how it is kept. A message is published to the exchange of its identity, as JSON in the envelope of MassTransit (`application/vnd.masstransit+json`) with the fields below under `message`. A published message never changes: fields that may be left out can be added, anything else is a new version. Days are ISO 8601, times UTC, amounts whole eurocents.

        """;

    public static string Render(IReadOnlyList<Type> messages)
    {
        var comments = XDocument.Load(Path.ChangeExtension(typeof(ReadByAttribute).Assembly.Location, ".xml"))
            .Descendants("summary").Where(summary => summary.Parent!.Name == "member")
            .ToDictionary(summary => summary.Parent!.Attribute("name")!.Value, summary => InOneLine(summary.Value), StringComparer.Ordinal);
        var text = new StringBuilder(Opening);
        foreach (var publisher in messages.GroupBy(type => type.Namespace!.Split('.')[^2]).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.Append("\n## ").Append(publisher.Key).Append('\n');
            foreach (var type in publisher.OrderBy(type => type.Name, StringComparer.Ordinal))
                Describe(text, type, comments);
        }

        return text.ToString();
    }

    private static void Describe(StringBuilder text, Type type, Dictionary<string, string> comments)
    {
        var readers = type.GetCustomAttributes<ReadByAttribute>().Select(reader => reader.Service).Order(StringComparer.Ordinal).ToList();
        text.Append("\n### ").Append(type.Name).Append("\n\n").Append(comments[$"T:{type.FullName}"]).Append('\n');
        if (type.GetProperty("AggregateVersion") is not null || readers.Count > 0)
            text.Append("\nIdentity `").Append(type.Namespace).Append(':').Append(type.Name).Append("`, read by ").Append(readers.Count > 0 ? string.Join(", ", readers) : "nobody yet").Append(".\n");
        text.Append("\n| field | type | |\n|---|---|---|\n");
        foreach (var property in type.GetProperties())
        {
            text.Append("| ").Append(JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Append(" | ").Append(NameOf(property))
                .Append(" | ").Append(comments[$"P:{type.FullName}.{property.Name}"].Replace("|", "\\|", StringComparison.Ordinal)).Append(" |\n");
        }
    }

    private static string NameOf(PropertyInfo property) =>
        NameOf(property.PropertyType) + (new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable ? ", may be null" : "");

    private static string NameOf(Type type) => Nullable.GetUnderlyingType(type) is { } value ? NameOf(value)
        : type.IsGenericType ? $"list of {NameOf(type.GetGenericArguments()[0])}"
        : type == typeof(Guid) ? "UUID"
        : type == typeof(DateOnly) ? "day"
        : type == typeof(DateTimeOffset) ? "time"
        : type == typeof(string) ? "text"
        : type == typeof(bool) ? "true or false"
        : type == typeof(decimal) ? "decimal"
        : type.IsPrimitive ? "whole number"
        : type.Name;

    private static string InOneLine(string comment) => Spaces().Replace(comment, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
