using System.Text.Json.Nodes;
using NJsonSchema;

namespace Regio.Procurement.Tests.Ocds;

/// <summary>The published JSON schemas of the standard. They are no part of this repository: <c>REGIO_STANDARDS</c> names their folder.</summary>
internal static class Standards
{
    private static string Folder => Path.Combine(
        Environment.GetEnvironmentVariable("REGIO_STANDARDS") ?? Path.Combine(RepositoryRoot(), "..", "shared", "standards"), "ocds-1.1");

    public static bool AreThere => Directory.Exists(Folder);

    public static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!;

    /// <summary>What is wrong with a release package by the public schemas: that of the package, and for each release its own.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(string package)
    {
        var packageSchema = Read("release-package-schema.json");
        // The schema of releases is named by its public address; releases are judged one by one below.
        packageSchema["properties"]!["releases"]!["items"] = new JsonObject { ["type"] = "object" };
        var ofPackage = await JsonSchema.FromJsonAsync(packageSchema.ToJsonString());
        var ofRelease = await JsonSchema.FromJsonAsync(Read("release-schema.json").ToJsonString());
        var faults = ofPackage.Validate(package).Select(fault => fault.ToString());
        foreach (var release in JsonNode.Parse(package)!["releases"]!.AsArray())
            faults = faults.Concat(ofRelease.Validate(release!.ToJsonString()).Select(fault => fault.ToString()));
        return [.. faults];
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Regio.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests holds Regio.sln.");
    }
}
