using System.Text.Json;

namespace Regio.Cli.Suite;

/// <summary>The folder in which the app host leaves what its neighbours need to know.</summary>
public sealed class StateFolder(string path)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    /// <summary>The folder that the app host names, of the repository that the script stands in, or of the one around the current folder.</summary>
    public static StateFolder Find()
    {
        if (Environment.GetEnvironmentVariable("REGIO_STATE") is { Length: > 0 } state)
            return new StateFolder(state);
        if (Environment.GetEnvironmentVariable("REGIO_ROOT") is { Length: > 0 } root)
            return new StateFolder(Path.Combine(root, ".regio"));

        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Regio.sln")))
                return new StateFolder(Path.Combine(folder.FullName, ".regio"));

        throw new CommandFailedException("this is not a folder of Regio; set REGIO_ROOT to the folder that holds Regio.sln.");
    }

    /// <summary>Private key that signs development tokens, PEM.</summary>
    public string SigningKeyPath => Path.Combine(path, "development-signing-key.pem");

    /// <summary>What the app host last wrote about its resources; empty while it has written nothing.</summary>
    public async Task<IReadOnlyList<Resource>> ReadResourcesAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(Path.Combine(path, "resources.json"));
            return await JsonSerializer.DeserializeAsync<List<Resource>>(file, s_json, cancellationToken) ?? [];
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (JsonException broken)
        {
            throw new CommandFailedException($"{Path.Combine(path, "resources.json")} cannot be read: {broken.Message}");
        }
    }

    /// <summary>The address of one endpoint of a resource that runs.</summary>
    public async Task<Uri> AddressAsync(string resource, Endpoint endpoint, CancellationToken cancellationToken)
    {
        var resources = await ReadResourcesAsync(cancellationToken);
        var found = resources.FirstOrDefault(candidate => candidate.Name == resource)
            ?? throw new CommandFailedException($"{resource} is not running. ./regio up starts it.");
        return found.Address(endpoint);
    }

    /// <summary>The connection string of the broker that runs, with the password that the app host made for it.</summary>
    public async Task<Uri> BrokerAsync(CancellationToken cancellationToken)
    {
        const string name = "bus";
        var resources = await ReadResourcesAsync(cancellationToken);
        if (resources.FirstOrDefault(candidate => candidate.Name == name)?.Urls is not [var url, ..])
            throw new CommandFailedException($"{name} is not running. ./regio up starts it; another broker is named by ConnectionStrings__bus.");
        var parameters = Path.Combine(path, "parameters.json");
        if (!File.Exists(parameters))
            throw new CommandFailedException($"{parameters} is missing; name the broker by ConnectionStrings__bus.");
        await using var file = File.OpenRead(parameters);
        var values = await JsonSerializer.DeserializeAsync<Dictionary<string, string>>(file, s_json, cancellationToken);
        var address = new Uri(url);
        return new UriBuilder("amqp", address.Host, address.Port)
        {
            UserName = "guest",
            Password = Uri.EscapeDataString(values?.GetValueOrDefault($"{name}-password") ?? ""),
        }.Uri;
    }
}
