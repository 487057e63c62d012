using Regio.CareMessages.Description;

namespace Regio.MessageGenerator;

/// <summary>A file as it would come in.</summary>
/// <param name="Name">Unique among the files of a plan.</param>
/// <param name="Kind">The kind that it is, or was meant to be.</param>
/// <param name="Sent">The day on which it comes in.</param>
/// <param name="Write">Writes it; a claim is made while it is written. May be called again.</param>
public sealed record GeneratedFile(string Name, MessageKind Kind, DateOnly Sent, Action<Stream> Write);
