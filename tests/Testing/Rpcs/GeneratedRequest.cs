using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Regio.Common.V1;

namespace Regio.Testing.Rpcs;

/// <summary>
/// Makes up a request from its descriptor, by the names and types of its fields. It is right in form for requests that
/// keep to the names of the protos; for others a sample is given by hand.
/// </summary>
public static class GeneratedRequest
{
    private const int Deepest = 4;

    public static IMessage Of(MessageDescriptor type) => Fill(type, depth: 0);

    /// <summary>Gives the request an id when it takes one and has none.</summary>
    public static IMessage WithRequestId(IMessage request)
    {
        if (request.Descriptor.FindFieldByName("request_id") is { } field && (string)field.Accessor.GetValue(request) == "")
            field.Accessor.SetValue(request, NewId());
        return request;
    }

    public static string NewId() => Guid.CreateVersion7().ToString("D");

    private static IMessage Fill(MessageDescriptor type, int depth)
    {
        var message = type.Parser.ParseFrom(ByteString.Empty);
        foreach (var field in type.Fields.InFieldNumberOrder().Where(IsFilled))
        {
            if (field.IsRepeated)
                ((System.Collections.IList)field.Accessor.GetValue(message)).Add(One(field, depth));
            else if (One(field, depth) is { } value)
                field.Accessor.SetValue(message, value);
        }

        return message;
    }

    // Of a choice the first; what a caller leaves out on a first call stays out.
    private static bool IsFilled(FieldDescriptor field) =>
        !field.IsMap
        && field.Name is not ("etag" or "page_token" or "page_size")
        && (field.RealContainingOneof is not { } choice || choice.Fields[0] == field);

    private static object? One(FieldDescriptor field, int depth) => field.FieldType switch
    {
        FieldType.String => Text(field.Name),
        FieldType.Bool => true,
        FieldType.Enum => System.Enum.ToObject(field.EnumType.ClrType, field.EnumType.Values.First(value => value.Number != 0).Number),
        FieldType.Message => Message(field, depth),
        FieldType.Bytes => ByteString.CopyFromUtf8("x"),
        FieldType.Double => 1d,
        FieldType.Float => 1f,
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => 1L,
        FieldType.UInt64 or FieldType.Fixed64 => 1UL,
        FieldType.UInt32 or FieldType.Fixed32 => 1U,
        _ => 1,
    };

    private static object? Message(FieldDescriptor field, int depth) => field.MessageType.ClrType switch
    {
        var type when type == typeof(Date) => new Date { Year = 2026, Month = 1, Day = 1 },
        var type when type == typeof(Period) => new Period { StartDate = new Date { Year = 2026, Month = 1, Day = 1 } },
        var type when type == typeof(Timestamp) => Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow()),
        var type when type == typeof(FieldMask) => null,
        _ => depth < Deepest ? Fill(field.MessageType, depth + 1) : null,
    };

    private static string Text(string name) => name switch
    {
        _ when name.StartsWith("municipality_id", StringComparison.Ordinal) => "GM0106",
        "area_id" or "region_id" or "buyer_id" => "ZD",
        "product_id" => "foster-care",
        "purpose" => "",
        _ when FieldWalk.IsId(name) => NewId(),
        _ => "Proef",
    };
}
