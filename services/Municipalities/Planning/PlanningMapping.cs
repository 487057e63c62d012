using Regio.Municipalities.Laws;
using Regio.Municipalities.Register;
using Regio.Municipalities.Requests;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Planning;

/// <summary>Between plans and their messages. The numbers of the enums are those of the messages.</summary>
internal static class PlanningMapping
{
    public static V1.Plan ToProto(this Plan plan) =>
        new() { Id = plan.Id.ToString("D"), RegionId = plan.RegionId, Title = plan.Title, Etag = Etag.Of(plan.Version) };

    public static V1.Plan ToProto(this Plan plan, PlanStanding standing)
    {
        var message = plan.ToProto();
        message.Milestones.Add(plan.Milestones.OrderBy(m => m.Number).Select(m => m.ToProto(plan, standing)));
        message.Baselines.Add(plan.Baselines.OrderBy(b => b.Number).Select(ToProto));
        return message;
    }

    public static V1.Milestone ToProto(this Milestone milestone, Plan plan, PlanStanding standing) => new()
    {
        Number = milestone.Number,
        Code = milestone.Code,
        Title = milestone.Title,
        DependsOn = { milestone.DependsOn },
        GateRoundId = milestone.GateRoundId?.ToString("D") ?? "",
        Law = milestone.LawCode is { } law
            ? new V1.LawDependency { LawCode = law, Status = (V1.LawStatus)milestone.LawStatus!.Value, MonthsAfter = milestone.MonthsAfterLaw!.Value }
            : null,
        Dates = { milestone.Dates.OrderBy(d => d.Number).Select(d => d.ToProto(milestone)) },
        Date = milestone.Followed.ToProto(),
        Standing = (V1.MilestoneStanding)standing.Of(milestone),
        BlockedBy = { standing.BlockedBy(milestone) },
        Slips = { PlanStanding.Slips(plan, milestone).Select(ToProto) },
    };

    public static V1.Baseline ToProto(this Baseline baseline) =>
        new() { Number = baseline.Number, Title = baseline.Title, Source = baseline.Source.ToProto(), SetTime = baseline.SetAt.ToProto() };

    public static VagueDate ToDomain(this V1.VagueDate date, string field) => VagueDate.Of(date.Date?.ToDateOnly(), (DatePrecision)date.Precision, field);

    public static Source ToDomain(this Common.V1.Source source) => new(source.Title.Trim(), source.Place.Trim());

    public static MilestoneFacts ToDomain(this V1.Milestone asked) => new()
    {
        Code = asked.Code,
        Title = asked.Title.Trim(),
        DependsOn = asked.DependsOn,
        GateRoundId = asked.GateRoundId.Length > 0 ? Guid.ParseExact(asked.GateRoundId, "D") : null,
        Law = asked.Law is { } law ? new LawDependency(law.LawCode, (LawStatus)law.Status, law.MonthsAfter) : null,
    };

    public static MilestoneDate ToDomain(this V1.MilestoneDate asked, Moment moment) => new()
    {
        Number = 0,
        Kind = (MilestoneDateKind)asked.Kind,
        Date = asked.Date.ToDomain("date.date.precision"),
        Source = asked.Source.ToDomain(),
        Reason = asked.Reason.Trim(),
        RecordedAt = moment.Now,
        RecordedBy = moment.By,
    };

    private static V1.MilestoneDate ToProto(this MilestoneDate date, Milestone of) => new()
    {
        Number = date.Number,
        Kind = (V1.MilestoneDateKind)date.Kind,
        Date = date.Date.ToProto(),
        Source = date.Source.ToProto(),
        Reason = date.Reason,
        LawCode = date.LawCode ?? "",
        Contradicts = date.Date.Excludes(of.Followed),
        RecordedTime = date.RecordedAt.ToProto(),
    };

    private static V1.MilestoneSlip ToProto(Slip slip) => new()
    {
        BaselineNumber = slip.BaselineNumber,
        Date = slip.Then.ToProto(),
        Days = slip.Days ?? 0,
        Measurable = slip.Days is not null,
        Certain = slip.IsCertain,
    };

    private static V1.VagueDate ToProto(this VagueDate date) => new() { Date = date.Day?.ToProto(), Precision = (V1.DatePrecision)date.Precision };
}
