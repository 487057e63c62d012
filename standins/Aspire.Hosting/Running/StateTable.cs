using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Spectre.Console;

namespace Aspire.Hosting.Running;

/// <summary>The last known state of each resource, in the order of the model.</summary>
internal sealed class StateTable
{
    private static readonly string[] Colours = ["aqua", "yellow", "fuchsia", "green", "blue", "olive", "teal", "purple"];

    private readonly List<string> names;
    private readonly Dictionary<string, CustomResourceSnapshot> states = new(StringComparer.OrdinalIgnoreCase);
    private readonly int width;

    public StateTable(IEnumerable<string> names)
    {
        this.names = [.. names];
        width = this.names.Select(n => n.Length).DefaultIfEmpty(0).Max();
    }

    public string Label(string resource) => resource.PadRight(width);

    public string Colour(string resource) => Colours[Math.Max(0, names.FindIndex(n => n == resource)) % Colours.Length];

    /// <summary>Takes the state over and gives it in words where it differs from the one before.</summary>
    public string? Update(ResourceEvent update)
    {
        if (update.Snapshot.IsHidden)
            return null;
        var before = states.TryGetValue(update.ResourceId, out var known) ? Describe(known) : null;
        states[update.ResourceId] = update.Snapshot;
        var now = Describe(update.Snapshot);
        return now == before ? null : now;
    }

    public Table Render()
    {
        var table = new Table().RoundedBorder().AddColumns("Resource", "State", "Address");
        foreach (var name in names)
        {
            states.TryGetValue(name, out var state);
            var colour = state?.State?.Text switch
            {
                "Running" => state.HealthStatus == HealthStatus.Healthy ? "green" : "yellow",
                "FailedToStart" or "Exited" => "red",
                _ => "grey",
            };
            table.AddRow($"[{Colour(name)}]{name}[/]", $"[{colour}]{Markup.Escape(state is null ? "" : StateOf(state))}[/]", Markup.Escape(state is null ? "" : Addresses(state)));
        }

        return table;
    }

    private static string Describe(CustomResourceSnapshot snapshot)
    {
        var reason = snapshot.Properties.FirstOrDefault(p => p.Name == ResourceRun.ReasonProperty)?.Value as string;
        var isOver = KnownResourceStates.TerminalStates.Contains(snapshot.State?.Text ?? "", StringComparer.Ordinal);
        return string.Join(' ', ((string?[])[StateOf(snapshot), Addresses(snapshot), isOver ? reason : null]).Where(part => !string.IsNullOrEmpty(part)));
    }

    private static string StateOf(CustomResourceSnapshot snapshot) =>
        snapshot.HealthStatus is { } health ? $"{snapshot.State?.Text}, {health}" : snapshot.State?.Text ?? "";

    private static string Addresses(CustomResourceSnapshot snapshot) => string.Join(' ', snapshot.Urls.Select(u => u.Url));
}
