using Grpc.Core;
using Regio.ServiceDefaults.Persistence;

namespace Regio.ServiceDefaults.Messaging;

/// <summary>How often a consumer tries again: briefly when its own work fails, long when something it needs is away.</summary>
internal static class ConsumeFaults
{
    /// <summary>For conflicts between transactions; a message that still fails is set aside in the error queue.</summary>
    public static readonly TimeSpan[] ShortPauses =
        [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(1)];

    /// <summary>About a day: an absent database is no reason to fill the error queue.</summary>
    public static readonly TimeSpan[] OutagePauses =
        [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1), .. Enumerable.Repeat(TimeSpan.FromSeconds(3), 30_000)];

    public static bool IsOutage(Exception exception) => DatabaseFaults.IsOutage(exception) || IsNeighbourAway(exception);

    private static bool IsNeighbourAway(Exception exception) =>
        exception is RpcException { StatusCode: StatusCode.Unavailable or StatusCode.DeadlineExceeded };
}
