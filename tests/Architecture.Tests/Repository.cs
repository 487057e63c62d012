namespace Regio.Architecture.Tests;

/// <summary>The source of the suite.</summary>
internal static class Repository
{
    public static DirectoryInfo Root { get; } = Find();

    public static IEnumerable<FileInfo> Files(string folder, string pattern) =>
        new DirectoryInfo(Path.Combine(Root.FullName, folder)).EnumerateFiles(pattern, SearchOption.AllDirectories)
            .Where(file => !file.FullName.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => !file.FullName.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    /// <summary>Writes a generated document anew where it tells something else, and says whether it was true.</summary>
    public static async Task<bool> IsTrueAsync(string document, string text, CancellationToken ct)
    {
        var file = Path.Combine(Root.FullName, "docs", document);
        if (File.Exists(file) && await File.ReadAllTextAsync(file, ct) == text)
            return true;
        await File.WriteAllTextAsync(file, text, ct);
        return false;
    }

    public static string Relative(FileSystemInfo file) => Path.GetRelativePath(Root.FullName, file.FullName);

    private static DirectoryInfo Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Regio.sln")))
                return folder;
        }

        throw new InvalidOperationException("The tests run inside the repository.");
    }
}
