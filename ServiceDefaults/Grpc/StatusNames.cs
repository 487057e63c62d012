using Grpc.Core;

namespace Regio.ServiceDefaults.Grpc;

/// <summary>Names of status codes as the gRPC specification writes them.</summary>
internal static class StatusNames
{
    private static readonly string[] Names = [.. Enumerable.Range(0, 17).Select(code => Name((StatusCode)code))];

    public static string Of(StatusCode code) => (int)code is >= 0 and < 17 ? Names[(int)code] : Names[(int)StatusCode.Unknown];

    private static string Name(StatusCode code) =>
        code == StatusCode.OK ? "OK" : FieldPath.ToProto(code.ToString()).ToUpperInvariant();
}
