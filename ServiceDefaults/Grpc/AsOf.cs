using Regio.Common.V1;
using Regio.ServiceDefaults.Time;

namespace Regio.ServiceDefaults.Grpc;

/// <summary>The day that a question is asked for.</summary>
public static class AsOf
{
    /// <summary>The day of the request, or today in the Netherlands when it names none.</summary>
    public static DateOnly OrToday(Date? date, TimeProvider time) => date?.ToDateOnly() ?? time.DutchToday();
}
