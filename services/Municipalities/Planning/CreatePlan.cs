using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Planning;

/// <summary>Begins a plan.</summary>
internal sealed class CreatePlan(MunicipalitiesDbContext db, RegisterCache register, Once once)
{
    public Task<CreatePlanResponse> RunAsync(CreatePlanRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => CreateAsync(request.Plan, moment, token), ct);

    private async Task<CreatePlanResponse> CreateAsync(V1.Plan asked, Moment moment, CancellationToken ct)
    {
        (await register.GetAsync(ct)).RequireRegion(asked.RegionId, "plan.region_id");
        var plan = Plan.Create(Guid.CreateVersion7(moment.Now), asked.RegionId, asked.Title.Trim());
        db.Add(plan);
        db.Publish(PlanningEvents.Changed(plan, moment.Now), plan.Id.ToString("D"));
        return new CreatePlanResponse { Plan = plan.ToProto() };
    }
}

internal sealed class CreatePlanValidator : AbstractValidator<CreatePlanRequest>
{
    public CreatePlanValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Plan).NotNull().ChildRules(plan =>
        {
            plan.RuleFor(p => p.RegionId).NotEmpty().IsRegionIdOrEmpty();
            plan.RuleFor(p => p.Title).IsLine(PlanningFieldRules.MostTitleCharacters);
        });
    }
}
