using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Planning;

/// <summary>Records another date of a milestone: a claim, a forecast, or that it was reached.</summary>
internal sealed class RecordMilestoneDate(MunicipalitiesDbContext db, Once once)
{
    public Task<RecordMilestoneDateResponse> RunAsync(RecordMilestoneDateRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => RecordAsync(request, moment, token), ct);

    private async Task<RecordMilestoneDateResponse> RecordAsync(RecordMilestoneDateRequest request, Moment moment, CancellationToken ct)
    {
        var date = request.Date.ToDomain(moment);
        var plan = await db.PlanToChangeAsync(request.PlanId, request.Etag, ct);
        var milestone = plan.Record(request.MilestoneCode, date, moment.Today);
        db.Publish(PlanningEvents.Changed(plan, moment.Now), plan.Id.ToString("D"));
        var standing = new PlanStanding(plan, moment.Today, await db.GatesAsync(plan, moment.Today, ct));
        return new RecordMilestoneDateResponse { Milestone = milestone.ToProto(plan, standing) };
    }
}

internal sealed class RecordMilestoneDateValidator : AbstractValidator<RecordMilestoneDateRequest>
{
    public RecordMilestoneDateValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.PlanId).IsUuid();
        RuleFor(r => r.MilestoneCode).IsCode();
        RuleFor(r => r.Date).NotNull().SetValidator(new MilestoneDateValidator());
    }
}
