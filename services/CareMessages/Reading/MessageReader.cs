using System.Xml;
using Regio.CareMessages.Model;

namespace Regio.CareMessages.Reading;

/// <summary>
/// Reads messages of iJw 3.2 and judges their structure on the way. It goes through the bytes once, never holds the document, opens
/// nothing that the document names, and throws nothing because of what it reads: everything wrong becomes a finding with its place.
/// </summary>
public static class MessageReader
{
    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        CloseInput = false,
    };

    /// <summary>Reads one message from a stream, from where it stands. Errors of the stream itself are thrown.</summary>
    /// <param name="stream">The file; it is read to its end or to where reading stops, and stays open.</param>
    /// <param name="observer">Sees each class when it was read, and may take the clients of claims.</param>
    /// <param name="limits">How much is taken; the limits of the standard unless set.</param>
    public static MessageReading Read(Stream stream, IMessageObserver? observer = null, ReadLimits? limits = null)
    {
        limits ??= new ReadLimits();
        var findings = new FindingList(limits.Findings);
        return Read(stream, findings, observer, limits);
    }

    internal static MessageReading Read(Stream stream, FindingList findings, IMessageObserver? observer, ReadLimits limits)
    {
        var start = FileStart.Of(stream);
        if (start.Fault is { } fault)
            findings.Add(fault, "/", new Position(1, 1));
        if (!start.IsReadable)
            return new MessageReading(null, null, findings.All);

        var guarded = new GuardedStream(start.Stream, limits);
        var names = Names.Take();
        var settings = s_settings.Clone();
        settings.NameTable = names.Table;
        using var reader = XmlReader.Create(guarded, settings);
        var reading = new OneReading(reader, guarded, names, findings, observer, limits);
        reading.Run();
        if (reading.IsWhole)
            names.Return(reading.Noise);
        return new MessageReading(reading.Kind, reading.Message, findings.All);
    }
}
