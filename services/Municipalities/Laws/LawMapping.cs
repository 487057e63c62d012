using Regio.Municipalities.Planning;
using Regio.Municipalities.Register;
using Regio.Municipalities.Requests;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Laws;

/// <summary>Between laws and their messages. The numbers of the enums are those of the messages.</summary>
internal static class LawMapping
{
    public static V1.Law ToProto(this Law law) => new()
    {
        Code = law.Code,
        Title = law.Title,
        Kind = (V1.LawKind)law.Kind,
        Aliases = { law.Aliases },
        Dates = { law.Dates.OrderBy(d => d.Number).Select(ToProto) },
        Etag = Etag.Of(law.Version),
    };

    public static LawDate ToDomain(this V1.LawDate asked, Moment moment) => new()
    {
        Number = 0,
        Status = (LawStatus)asked.Status,
        Date = VagueDate.Of(asked.Date?.ToDateOnly(), (DatePrecision)asked.Precision, "date.precision"),
        Source = asked.Source.ToDomain(),
        RecordedAt = moment.Now,
        RecordedBy = moment.By,
    };

    private static V1.LawDate ToProto(LawDate date) => new()
    {
        Number = date.Number,
        Status = (V1.LawStatus)date.Status,
        Date = date.Date.Day?.ToProto(),
        Precision = (V1.DatePrecision)date.Date.Precision,
        Source = date.Source.ToProto(),
        RecordedTime = date.RecordedAt.ToProto(),
    };
}
