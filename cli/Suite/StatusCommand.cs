using System.CommandLine;
using System.Text.Json;
using Spectre.Console;

namespace Regio.Cli.Suite;

internal static class StatusCommand
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create(TimeProvider time)
    {
        var json = new Option<bool>("--json") { Description = "Machine-readable." };
        var table = new Option<bool>("--table") { Description = "For people (the default)." };
        return new Command("status", "Each resource with state and addresses; exit 0 only when all are healthy.") { json, table }
            .Does(async (line, cancellation) =>
            {
                var resources = await StateFolder.Find().ReadResourcesAsync(cancellation);
                var healthy = resources.Count > 0 && resources.All(resource => resource.IsHealthy);
                if (line.GetValue(json))
                    Console.WriteLine(JsonSerializer.Serialize(new { running = true, healthy, resources }, s_json));
                else
                    Print(resources, healthy);
                return healthy ? 0 : 1;
            });
    }

    private static void Print(IReadOnlyList<Resource> resources, bool healthy)
    {
        var table = new Table().Border(TableBorder.None).AddColumns("Resource", "State", "Health", "Process", "Addresses");
        foreach (var column in table.Columns)
            column.NoWrap().PadRight(3);
        foreach (var resource in resources)
        {
            table.AddRow(
                new Text(resource.Name),
                new Text(resource.State),
                new Text(resource.Health ?? ""),
                new Text(resource.Pid?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? ""),
                new Text(resource.Addresses));
        }

        Output.Create().Write(table);
        Console.WriteLine(healthy ? "All healthy." : "Not everything is healthy; logs are in .regio/logs.");
    }
}
