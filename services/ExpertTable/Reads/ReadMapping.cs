using Regio.ServiceDefaults.Grpc;

namespace Regio.ExpertTable.Reads;

/// <summary>From lines of the read log to their messages.</summary>
internal static class ReadMapping
{
    public static V1.CaseRead ToProto(this LoggedRead read) => new()
    {
        ReadTime = read.ReadAt.ToProto(),
        Reader = read.Reader,
        Role = read.Role,
        Purpose = read.Purpose switch
        {
            ReadPurpose.Treatment => V1.ReadPurpose.Treatment,
            ReadPurpose.Sitting => V1.ReadPurpose.Sitting,
            ReadPurpose.Decision => V1.ReadPurpose.Decision,
            ReadPurpose.Oversight => V1.ReadPurpose.Oversight,
            ReadPurpose.Overview => V1.ReadPurpose.Overview,
            _ => throw new ArgumentOutOfRangeException(nameof(read), read.Purpose, message: null),
        },
        Method = read.Method,
        TraceId = read.TraceId,
    };

    public static ReadPurpose ToDomain(this V1.ReadPurpose purpose) => purpose switch
    {
        V1.ReadPurpose.Treatment => ReadPurpose.Treatment,
        V1.ReadPurpose.Sitting => ReadPurpose.Sitting,
        V1.ReadPurpose.Decision => ReadPurpose.Decision,
        V1.ReadPurpose.Oversight => ReadPurpose.Oversight,
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, message: null),
    };
}
