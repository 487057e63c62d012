using FluentValidation;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Planning;

/// <summary>Keeps the dates that are followed now as a baseline.</summary>
internal sealed class SetBaseline(MunicipalitiesDbContext db, Once once)
{
    public Task<SetBaselineResponse> RunAsync(SetBaselineRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => SetAsync(request, moment, token), ct);

    private async Task<SetBaselineResponse> SetAsync(SetBaselineRequest request, Moment moment, CancellationToken ct)
    {
        var plan = await db.PlanToChangeAsync(request.PlanId, request.Etag, ct);
        var baseline = plan.SetBaseline(request.Baseline.Title.Trim(), request.Baseline.Source.ToDomain(), moment);
        db.Publish(PlanningEvents.Changed(plan, moment.Now), plan.Id.ToString("D"));
        return new SetBaselineResponse { Baseline = baseline.ToProto() };
    }
}

internal sealed class SetBaselineValidator : AbstractValidator<SetBaselineRequest>
{
    public SetBaselineValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.PlanId).IsUuid();
        RuleFor(r => r.Baseline).NotNull().ChildRules(baseline =>
        {
            baseline.RuleFor(b => b.Title).IsLine(PlanningFieldRules.MostBaselineCharacters);
            baseline.RuleFor(b => b.Source).IsNamedSource();
        });
    }
}
