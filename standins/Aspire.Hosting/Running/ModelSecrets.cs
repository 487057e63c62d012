using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>
/// The values that the model calls secret, wherever in it they are named. A text that holds one of them is secret too,
/// however it came by it: a callback may have put it together from what it asked for.
/// </summary>
internal static class ModelSecrets
{
    // Shorter ones stand in many texts by chance.
    private const int ShortestTelling = 6;

    public static async Task<string[]> OfAsync(DistributedApplicationModel model, CancellationToken cancellationToken)
    {
        var seen = new HashSet<object>();
        var values = new List<string>();
        foreach (var parameter in model.Resources.SelectMany(resource => ParametersIn(resource, seen)).Where(parameter => parameter.Secret))
        {
            if (await parameter.GetValueAsync(cancellationToken) is { Length: >= ShortestTelling } value)
                values.Add(value);
        }

        return [.. values];
    }

    public static DeclaredValue Mark(DeclaredValue value, string[] secrets) =>
        value with { IsSecret = value.IsSecret || Array.Exists(secrets, secret => value.Text.Contains(secret, StringComparison.Ordinal)) };

    private static IEnumerable<ParameterResource> ParametersIn(object value, HashSet<object> seen) => value switch
    {
        _ when !seen.Add(value) => [],
        ParameterResource parameter => [parameter],
        IValueWithReferences references => references.References.SelectMany(reference => ParametersIn(reference, seen)),
        _ => [],
    };
}
