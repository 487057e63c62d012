using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Bodies;

/// <summary>Between bodies and their messages. The numbers of the enums are those of the messages.</summary>
internal static class BodyMapping
{
    public static V1.Body ToProto(this Body body, DateOnly day) => new()
    {
        Id = body.Id,
        RegionId = body.RegionId,
        Code = body.Code,
        Name = body.Name,
        Outside = body.IsOutside,
        Period = body.Validity.ToProto(),
        Seats = { body.Seats.Where(s => s.Validity.Contains(day)).OrderBy(s => s.Number).Select(s => s.ToProto(day)) },
        Quorum = body.QuorumOn(day)?.ToProto(),
        Source = body.Source.ToProto(),
        Etag = Etag.Of(body.Version),
    };

    public static V1.Seat ToProto(this Seat seat, DateOnly day) => new()
    {
        Number = seat.Number,
        Title = seat.Title,
        Role = (V1.SeatRole)seat.Role,
        MunicipalityId = seat.MunicipalityId ?? "",
        MinutesPerWeek = seat.MinutesPerWeek,
        Period = seat.Validity.ToProto(),
        Holder = seat.HolderOn(day) is { } holder ? new V1.SeatHolder { Function = holder.Function, Period = holder.Validity.ToProto() } : null,
    };

    public static V1.Quorum ToProto(this QuorumSetting quorum) => new()
    {
        Rule = (V1.QuorumRule)quorum.Rule,
        Number = quorum.Number,
        StartDate = quorum.StartsOn.ToProto(),
        Ground = quorum.Source.ToProto(),
    };

    public static V1.OutsideMeeting ToProto(this OutsideMeeting meeting) => new()
    {
        Id = meeting.Id.ToString("D"),
        BodyId = meeting.BodyId,
        SeatNumber = meeting.SeatNumber,
        HeldDate = meeting.HeldOn.ToProto(),
        ReportDueDate = meeting.ReportDueOn.ToProto(),
        ReportedDate = meeting.ReportedOn?.ToProto(),
        ReportReference = meeting.ReportReference,
    };

    public static SeatFacts ToDomain(this V1.Seat seat) => new(
        seat.Title.Trim(),
        (SeatRole)seat.Role,
        seat.MunicipalityId.Length > 0 ? seat.MunicipalityId : null,
        seat.MinutesPerWeek,
        seat.Period.ToValidity());

    public static QuorumSetting ToDomain(this V1.Quorum quorum) => new()
    {
        Rule = (QuorumRule)quorum.Rule,
        Number = quorum.Number,
        StartsOn = quorum.StartDate.ToDateOnly(),
        Source = quorum.Ground.ToDomain(),
    };

    public static Source ToDomain(this Common.V1.Source source) => new(source.Title.Trim(), source.Place.Trim());
}
