using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Planning;

/// <summary>A plan as it stands on a day.</summary>
internal sealed class GetPlan(MunicipalitiesDbContext db, TimeProvider time)
{
    public async Task<GetPlanResponse> RunAsync(GetPlanRequest request, CancellationToken ct)
    {
        var plan = await db.PlanToReadAsync(request.Id, ct);
        var day = AsOf.OrToday(request.AsOf, time);
        var standing = new PlanStanding(plan, day, await db.GatesAsync(plan, day, ct));
        return new GetPlanResponse { Plan = plan.ToProto(standing) };
    }
}

internal sealed class GetPlanValidator : AbstractValidator<GetPlanRequest>
{
    public GetPlanValidator()
    {
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.AsOf).IsDayOrAbsent();
    }
}
