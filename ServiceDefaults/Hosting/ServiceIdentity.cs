namespace Regio.ServiceDefaults.Hosting;

/// <summary>The name of the service that this process is.</summary>
/// <param name="Name">Resource name, such as <c>municipalities</c>.</param>
public sealed record ServiceIdentity(string Name)
{
    /// <summary>Name of the service's activity source and meter, such as <c>Regio.Municipalities</c>.</summary>
    public string SourceName { get; } = $"Regio.{char.ToUpperInvariant(Name[0])}{Name[1..]}";
}
