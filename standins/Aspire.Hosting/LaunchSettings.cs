using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aspire.Hosting;

public sealed class LaunchSettings
{
    [JsonPropertyName("profiles")]
#pragma warning disable CA2227 // Settable in the official package too.
    public Dictionary<string, LaunchProfile> Profiles { get; set; } = [];
#pragma warning restore CA2227

    internal static LaunchSettings? Read(string projectPath)
    {
        var file = Path.Combine(Path.GetDirectoryName(projectPath)!, "Properties", "launchSettings.json");
        if (!File.Exists(file))
            return null;
        try
        {
            return JsonSerializer.Deserialize<LaunchSettings>(File.ReadAllText(file), Format);
        }
        catch (JsonException broken)
        {
            throw new DistributedApplicationException($"The launch settings {file} cannot be read: {broken.Message}", broken);
        }
    }

    private static readonly JsonSerializerOptions Format = new() { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
}

public sealed class LaunchProfile
{
    [JsonPropertyName("commandName")]
    public string? CommandName { get; set; }

    [JsonPropertyName("commandLineArgs")]
    public string? CommandLineArgs { get; set; }

    [JsonPropertyName("dotnetRunMessages")]
    public bool? DotnetRunMessages { get; set; }

    [JsonPropertyName("launchBrowser")]
    public bool? LaunchBrowser { get; set; }

    [JsonPropertyName("launchUrl")]
    public string? LaunchUrl { get; set; }

    [JsonPropertyName("applicationUrl")]
    public string? ApplicationUrl { get; set; }

    [JsonPropertyName("executablePath")]
    public string? ExecutablePath { get; set; }

    [JsonPropertyName("environmentVariables")]
#pragma warning disable CA2227 // Settable in the official package too.
    public Dictionary<string, string> EnvironmentVariables { get; set; } = [];
#pragma warning restore CA2227
}

public class ProjectResourceOptions
{
    public string? LaunchProfileName { get; set; }

    public bool ExcludeLaunchProfile { get; set; }

    public bool ExcludeKestrelEndpoints { get; set; }
}
