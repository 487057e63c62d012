using System.Runtime.InteropServices;

namespace Regio.CareMessages.Answers;

/// <summary>What whoever answers adds: its own number of the answer, its date, and the versions of the schemas it answers by.</summary>
/// <param name="Identification">Number of the message, unique per kind for the sender, 1 to 12 characters (TR056).</param>
/// <param name="Date">The date of the message, in the Netherlands.</param>
/// <param name="Versions">The versions of the schemas; a setting (IV034).</param>
public sealed record AnswerStamp(string Identification, DateOnly Date, SchemaVersions Versions);

/// <summary>The versions of the schemas with which messages are made, such as 1.0.0; they stand in the published files.</summary>
/// <param name="Basic">Version of the shared schema.</param>
/// <param name="Message">Version of the schema of the message.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SchemaVersions(string Basic, string Message);
