using Regio.Common.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Time;

namespace Regio.Municipalities.Requests;

/// <summary>The day that a question is asked for.</summary>
internal static class AsOf
{
    public static DateOnly OrToday(Date? date, TimeProvider time) => date?.ToDateOnly() ?? time.DutchToday();
}
