using Regio.ExpertTable.Cases;
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
        Purpose = read.Purpose.ToProto<V1.ReadPurpose>(),
        Ground = read.Ground.ToProto<V1.LegalGround>(),
        Method = read.Method,
        TraceId = read.TraceId,
        CaseId = read.CaseId.ToString("D"),
        Number = read.Number ?? 0,
    };

    public static ReadAnchor? ToDomain(this V1.ReadLogAnchor? anchor) =>
        anchor is null ? null : new ReadAnchor(anchor.Number, Convert.FromHexString(anchor.Digest));

    public static V1.ReadLogAnchor? ToProto(this ReadAnchor anchor) =>
        anchor.Number == 0 ? null : new V1.ReadLogAnchor { Number = anchor.Number, Digest = Convert.ToHexStringLower(anchor.Link) };

    public static V1.ReadLogFault ToProto(this ReadFault fault) => new() { Kind = fault.Kind.ToProto<V1.ReadLogFaultKind>(), Number = fault.Number };
}
