using Regio.Messages.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Ceilings;

/// <summary>From ceilings and client stops to their messages.</summary>
internal static class CeilingMapping
{
    public static V1.Ceiling ToProto(this Ceiling ceiling) => new()
    {
        Id = ceiling.Id.ToString("D"),
        ContractId = ceiling.ContractId.ToString("D"),
        ProviderId = ceiling.ProviderId.ToString("D"),
        Period = ceiling.Validity.ToProto(),
        AmountCents = ceiling.AmountCents,
        Clocks = new V1.CeilingClocks
        {
            WarningPercent = ceiling.Clocks.WarningPercent,
            ViewDays = ceiling.Clocks.ViewDays,
            MeetingDays = ceiling.Clocks.MeetingDays,
        },
        AlwaysPaidClause = ceiling.AlwaysPaidClause,
        State = (V1.CeilingState)ceiling.State,
        CountedCents = ceiling.CountedCents,
        AlwaysPaidCents = ceiling.AlwaysPaidCents,
        ViewDueDate = ceiling.ViewDueOn.ToProto(),
        View = ceiling.View,
        WarnedDate = ceiling.WarnedOn?.ToProto(),
        MeetingDueDate = ceiling.MeetingDueOn?.ToProto(),
        MeetingDate = ceiling.MetOn?.ToProto(),
        MeetingLate = ceiling.MeetingLate,
        Decisions =
        {
            ceiling.Decisions.OrderBy(decision => decision.Id).Select(decision => new V1.CeilingDecision
            {
                AmountCents = decision.AmountCents, Reason = decision.Reason, DecideTime = decision.DecidedAt.ToProto(),
            }),
        },
        Etag = Etag.Of(ceiling.Version),
    };

    public static CeilingClocks ToDomain(this V1.CeilingClocks? clocks, CeilingClocks otherwise) => new(
        clocks is { WarningPercent: > 0 } ? clocks.WarningPercent : otherwise.WarningPercent,
        clocks is { ViewDays: > 0 } ? clocks.ViewDays : otherwise.ViewDays,
        clocks is { MeetingDays: > 0 } ? clocks.MeetingDays : otherwise.MeetingDays);

    public static CeilingChanged ToEvent(this Ceiling ceiling, DateTimeOffset now) => new()
    {
        CeilingId = ceiling.Id,
        AggregateVersion = ceiling.Version,
        OccurredAt = now,
        ContractId = ceiling.ContractId,
        ProviderId = ceiling.ProviderId,
        State = ceiling.State.ToString().ToLowerInvariant(),
        AmountCents = ceiling.AmountCents,
        CountedCents = ceiling.CountedCents,
        ValidFrom = ceiling.Validity.From,
        ValidUntil = ceiling.Validity.Until,
        MeetingDueOn = ceiling.MeetingDueOn,
    };

    public static V1.ClientStop ToProto(this ClientStop stop) => new()
    {
        Id = stop.Id.ToString("D"),
        ProviderId = stop.ProviderId.ToString("D"),
        ProductId = stop.ProductId ?? "",
        Location = stop.Location,
        Declarer = (V1.ClientStopDeclarer)stop.Declarer,
        AnnouncedDate = stop.AnnouncedOn.ToProto(),
        Period = stop.Validity.ToProto(),
        Ground = stop.Ground,
        NoticeDays = stop.NoticeDays,
        AnnouncedLate = stop.AnnouncedLate,
        ReviewedDate = stop.ReviewedOn?.ToProto(),
        Etag = Etag.Of(stop.Version),
    };

    public static ClientStopRecorded ToEvent(this ClientStop stop, DateTimeOffset now) => new()
    {
        ClientStopId = stop.Id,
        AggregateVersion = stop.Version,
        OccurredAt = now,
        ProviderId = stop.ProviderId,
        ProductId = stop.ProductId,
        IsPartial = stop.ProductId is not null || stop.Location.Length > 0,
        Declarer = stop.Declarer.ToString().ToLowerInvariant(),
        AnnouncedLate = stop.AnnouncedLate,
        ValidFrom = stop.Validity.From,
        ValidUntil = stop.Validity.Until,
    };
}
