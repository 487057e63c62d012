using System.Text.Json.Nodes;

namespace Regio.Procurement.Tests.Ocds;

/// <summary>
/// Merges releases into a record as the standard says: in the order of their dates, members of objects one by one, items of
/// lists by their id; what identifies a single release is left out.
/// </summary>
internal static class Merge
{
    private static readonly HashSet<string> OfOneRelease = ["id", "date", "tag", "publisher", "links"];

    public static JsonObject Releases(IEnumerable<JsonNode> releases)
    {
        var merged = new JsonObject();
        foreach (var release in releases.OrderBy(release => release["date"]!.GetValue<string>(), StringComparer.Ordinal))
            Into(merged, new JsonObject(release.AsObject().Where(member => !OfOneRelease.Contains(member.Key)).Select(member => new KeyValuePair<string, JsonNode?>(member.Key, member.Value?.DeepClone()))));
        return merged;
    }

    private static void Into(JsonObject target, JsonObject source)
    {
        foreach (var (name, value) in source)
        {
            switch (value)
            {
                case null: target.Remove(name); break;
                case JsonObject inner when target[name] is JsonObject known: Into(known, inner); break;
                case JsonArray list when target[name] is JsonArray known && list.All(HasId): Items(known, list); break;
                default: target[name] = value.DeepClone(); break;
            }
        }
    }

    private static void Items(JsonArray known, JsonArray list)
    {
        foreach (var item in list)
        {
            var id = item!["id"]!.ToString();
            if (known.FirstOrDefault(other => other!["id"]?.ToString() == id) is JsonObject same)
                Into(same, item.AsObject());
            else
                known.Add(item.DeepClone());
        }
    }

    private static bool HasId(JsonNode? item) => item is JsonObject known && known.ContainsKey("id");
}
