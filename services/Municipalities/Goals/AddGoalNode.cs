using FluentValidation;
using Regio.Municipalities.Mandates;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.Rounds;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Goals;

/// <summary>Adds a goal, effort, dossier or indicator.</summary>
internal sealed class AddGoalNode(MunicipalitiesDbContext db, RegisterCache register, Once once)
{
    public Task<AddGoalNodeResponse> RunAsync(AddGoalNodeRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => AddAsync(request.Node, moment, token), ct);

    private async Task<AddGoalNodeResponse> AddAsync(V1.GoalNode asked, Moment moment, CancellationToken ct)
    {
        var snapshot = await register.GetAsync(ct);
        snapshot.RequireRegion(asked.RegionId, "node.region_id");
        if (asked.OwnerBodyId.Length > 0)
            snapshot.RequireScope(BodyId.Parse(asked.OwnerBodyId)!, "node.owner_body_id");
        await db.LockTreeAsync(asked.RegionId, ct);
        var node = GoalNode.Add(Guid.CreateVersion7(moment.Now), asked.RegionId, (GoalNodeKind)asked.Kind, await db.ParentAsync(asked.ParentId, ct));
        node.Change(asked.Title.Trim(), asked.OwnerBodyId, asked.Period.ToValidity());
        node.MeasureBy(asked.IndicatorCode);
        db.Add(node);
        db.Publish(GoalEvents.Changed(node, moment.Now), node.Id.ToString("D"));
        return new AddGoalNodeResponse { Node = node.ToProto() };
    }
}

internal sealed class AddGoalNodeValidator : AbstractValidator<AddGoalNodeRequest>
{
    public const int MostTitleCharacters = 200;

    public AddGoalNodeValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Node).NotNull().ChildRules(node =>
        {
            node.RuleFor(n => n.RegionId).NotEmpty().IsRegionIdOrEmpty();
            node.RuleFor(n => n.Kind).IsInEnum().NotEqual(V1.GoalNodeKind.Unspecified);
            node.RuleFor(n => n.Title).IsLine(MostTitleCharacters);
            node.RuleFor(n => n.OwnerBodyId).IsBodyId().When(n => n.OwnerBodyId.Length > 0);
            node.RuleFor(n => n.ParentId).IsUuid().When(n => n.ParentId.Length > 0);
            node.RuleFor(n => n.Period).IsPeriod();
            node.RuleFor(n => n.IndicatorCode).IsCode().When(n => n.IndicatorCode.Length > 0);
        });
    }
}
