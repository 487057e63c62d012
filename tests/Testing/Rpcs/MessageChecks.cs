using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace Regio.Testing.Rpcs;

/// <summary>Bytes that are not the message that the method takes.</summary>
internal static class MessageChecks
{
    private const int OverTheLimit = 4 * 1024 * 1024 + 1;

    // Deeper than any message, and than the reader of messages follows.
    private const int Levels = 200;

    public static Task MalformedAsync(Trial trial)
    {
        var attempts = new List<Attempt> { Refused("garbage bytes", [0xFF, 0xFF, 0xFF]), Refused("half a field", [0x0A, 0x7F, 0x41]) };
        if (trial.Rpc.Request.Fields.InFieldNumberOrder().FirstOrDefault(field => field.FieldType == FieldType.String) is { } text)
            attempts.Add(NotText(Field(text.FieldNumber, [0xC3, 0x28])));
        if (trial.Rpc.Request.Fields.InFieldNumberOrder().FirstOrDefault(field => field.FieldType == FieldType.Message) is { } part)
            attempts.Add(Refused("a part that is garbage", Field(part.FieldNumber, [0xFF, 0xFF, 0xFF])));
        return trial.ExpectAllAsync(attempts);

        // The reader of messages puts a mark in its place, which no field takes.
        Attempt NotText(byte[] bytes) => new(
            "text that is not UTF-8", () => trial.CallAsync(bytes), "INVALID_ARGUMENT", answer => answer.Is(StatusCode.InvalidArgument));

        Attempt Refused(string what, byte[] bytes) => new(
            what, () => trial.CallAsync(bytes), "MESSAGE_MALFORMED", answer => answer.Is(StatusCode.InvalidArgument, "MESSAGE_MALFORMED"));
    }

    public static async Task TooLargeAsync(Trial trial) => await trial.ExpectAsync(
        "a message over the limit", () => trial.CallAsync(new byte[OverTheLimit]), "MESSAGE_TOO_LARGE",
        answer => answer.Is(StatusCode.ResourceExhausted, "MESSAGE_TOO_LARGE"));

    /// <summary>Parts within parts, of a field that the method does not know.</summary>
    public static async Task TooDeepAsync(Trial trial)
    {
        const int StartGroup = 0x7B; // field 15, which a reader has to walk through to skip it
        await trial.ExpectAsync(
            "groups within groups", () => trial.CallAsync([.. Enumerable.Repeat((byte)StartGroup, Levels)]), "MESSAGE_MALFORMED",
            answer => answer.Is(StatusCode.InvalidArgument, "MESSAGE_MALFORMED"));
    }

    private static byte[] Field(int number, byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes, leaveOpen: true))
        {
            output.WriteTag(number, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(ByteString.CopyFrom(content));
        }

        return bytes.ToArray();
    }
}
