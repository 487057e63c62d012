using System.Text.Json;
using Spectre.Console;

namespace Regio.Cli.Demo;

/// <summary>One step as it went.</summary>
internal sealed record Step(string Title, List<string> Lines, List<string> TraceIds);

/// <summary>Tells the steps while they happen, or all at once as JSON.</summary>
internal sealed class Journal(bool json)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly IAnsiConsole _console = Output.Create();
    private readonly List<Step> _steps = [];
    private readonly List<string> _files = [];

    public void Begin(string title)
    {
        _steps.Add(new Step(title, [], []));
        if (!json)
            _console.Write(new Text($"{(_steps.Count == 1 ? "" : Environment.NewLine)}{_steps.Count}. {title}{Environment.NewLine}", new Style(decoration: Decoration.Bold)));
    }

    public void Tell(string line)
    {
        _steps[^1].Lines.Add(line);
        if (!json)
            _console.Write(new Text($"   {line}{Environment.NewLine}"));
    }

    public void Trace(string traceId)
    {
        _steps[^1].TraceIds.Add(traceId);
        if (!json)
            _console.Write(new Text($"   trace {traceId}{Environment.NewLine}", new Style(Color.Grey)));
    }

    /// <summary>Aligned columns; the last one to the right, since it holds numbers.</summary>
    public void Rows(IReadOnlyList<(string Left, string Middle, string Right)> rows)
    {
        var left = rows.Max(row => row.Left.Length);
        var middle = rows.Max(row => row.Middle.Length);
        var right = rows.Max(row => row.Right.Length);
        foreach (var row in rows)
            Tell($"{row.Left.PadRight(left)}  {row.Middle.PadRight(middle)}  {row.Right.PadLeft(right)}");
    }

    public void File(string path)
    {
        _files.Add(path);
        Tell(path);
    }

    public void End(string conclusion)
    {
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(new { succeeded = true, conclusion, steps = _steps, files = _files }, s_json));
        else
            _console.Write(new Text($"{Environment.NewLine}{conclusion}{Environment.NewLine}", new Style(decoration: Decoration.Bold)));
    }
}
