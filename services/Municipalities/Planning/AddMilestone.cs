using FluentValidation;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.Rounds;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Planning;

/// <summary>Adds a milestone with its first date.</summary>
internal sealed class AddMilestone(MunicipalitiesDbContext db, Once once)
{
    public Task<AddMilestoneResponse> RunAsync(AddMilestoneRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => AddAsync(request, moment, token), ct);

    private async Task<AddMilestoneResponse> AddAsync(AddMilestoneRequest request, Moment moment, CancellationToken ct)
    {
        var facts = request.Milestone.ToDomain();
        if (facts.GateRoundId is { } gate)
            await db.RequireAsync(gate, "milestone.gate_round_id", ct);

        // The law before the plan, as when a law moves its plans: so neither waits for the other.
        var law = facts.Law is { } dependency ? await db.LawAsync(dependency.LawCode, "milestone.law.law_code", ct) : null;
        var plan = await db.PlanToChangeAsync(request.PlanId, request.Etag, ct);
        var milestone = plan.AddMilestone(facts, First(request, moment));
        if (law?.LastOf(facts.Law!.Status) is { } step)
            plan.Follow(law, step, moment);
        db.Publish(PlanningEvents.Changed(plan, moment.Now), plan.Id.ToString("D"));
        var standing = new PlanStanding(plan, moment.Today, await db.GatesAsync(plan, moment.Today, ct));
        return new AddMilestoneResponse { Milestone = milestone.ToProto(plan, standing) };
    }

    private static MilestoneDate First(AddMilestoneRequest request, Moment moment) => new()
    {
        Number = 1,
        Kind = MilestoneDateKind.Forecast,
        Date = request.FirstDate.ToDomain("first_date.precision"),
        Source = request.Source.ToDomain(),
        Reason = "",
        RecordedAt = moment.Now,
        RecordedBy = moment.By,
    };
}

internal sealed class AddMilestoneValidator : AbstractValidator<AddMilestoneRequest>
{
    public AddMilestoneValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.PlanId).IsUuid();
        RuleFor(r => r.Milestone).NotNull().SetValidator(new MilestoneValidator());
        RuleFor(r => r.FirstDate).NotNull().SetValidator(new VagueDateValidator());
        RuleFor(r => r.Source).IsNamedSource();
    }
}
