using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Goals;

/// <summary>All that holds on a day, and what hangs loose. A tree is some hundreds of nodes, so it is read whole.</summary>
internal sealed class GetGoalTree(MunicipalitiesDbContext db, RegisterCache register, TimeProvider time)
{
    public async Task<GetGoalTreeResponse> RunAsync(GetGoalTreeRequest request, CancellationToken ct)
    {
        (await register.GetAsync(ct)).RequireRegion(request.RegionId, "region_id");
        var nodes = await db.Set<GoalNode>().AsNoTracking().Where(n => n.RegionId == request.RegionId).ToListAsync(ct);
        var tree = GoalTree.On(nodes, AsOf.OrToday(request.AsOf, time));
        return new GetGoalTreeResponse { Nodes = { tree.Nodes.Select(n => n.ToProto()) }, Orphans = { tree.Orphans.Select(o => o.ToProto()) } };
    }
}

internal sealed class GetGoalTreeValidator : AbstractValidator<GetGoalTreeRequest>
{
    public GetGoalTreeValidator()
    {
        RuleFor(r => r.RegionId).NotEmpty().IsRegionIdOrEmpty();
        RuleFor(r => r.AsOf).IsDayOrAbsent();
    }
}
