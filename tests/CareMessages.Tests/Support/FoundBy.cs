using Regio.CareMessages.Answers;
using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;

namespace Regio.CareMessages.Tests.Support;

/// <summary>Findings as those make them who know earlier messages.</summary>
internal sealed record FoundBy(string Number, ControlLevel Level, Severity Severity, string? ReturnCode) : IMessageRule
{
    public static readonly AnswerStamp Stamp = new("A1", new DateOnly(2026, 2, 9), new SchemaVersions("1.2.0", "1.2.3"));

    public static Finding Known(string code, string path) => new(new FoundBy($"TR{code}", ControlLevel.Known, Severity.Error, code), path, 1, 1, "Zo.");

    public static Finding Known(string code, MessagePart part) => Known(code, part.Path);

    public static Finding Nameless(string path) => new(new FoundBy("OP087", ControlLevel.Known, Severity.Error, null), path, 1, 1, "Zo.");

    public static Finding Warning(string path) => new(new FoundBy("TR999", ControlLevel.Known, Severity.Warning, "9321"), path, 1, 1, "Zo.");
}
