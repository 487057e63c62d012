using System.Reflection;

namespace Regio.StandIns.Tests;

/// <summary>The repository that these tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Value("RepositoryRoot");

    public static string Configuration { get; } = Value("BuildConfiguration");

    /// <summary>The ids that a stand-in exists for.</summary>
    public static IReadOnlyList<string> StandIns { get; } =
    [
        .. Directory.GetDirectories(Path.Combine(Root, "standins")).Select(folder => Path.GetFileName(folder)!)
            .Where(id => File.Exists(Path.Combine(Root, "standins", id, $"{id}.csproj")))
            .Order(StringComparer.Ordinal),
    ];

    private static string Value(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => string.Equals(attribute.Key, key, StringComparison.Ordinal)).Value!;
}
