using Regio.Common.V1;
using Regio.ServiceDefaults.Facts;

namespace Regio.ServiceDefaults.Grpc;

/// <summary>Periods and sources between messages and the domain.</summary>
public static class FactMapping
{
    /// <summary>The source as a message.</summary>
    public static Common.V1.Source ToProto(this Facts.Source source) => new() { Title = source.Title, Place = source.Place };

    /// <summary>The period as a message.</summary>
    public static Period ToProto(this Validity validity) => new()
    {
        StartDate = validity.From.ToProto(),
        EndDate = validity.Until?.ToProto(),
    };

    /// <summary>The period of a message that has been validated.</summary>
    public static Validity ToValidity(this Period period) => new(period.StartDate.ToDateOnly(), period.EndDate?.ToDateOnly());
}
