using FluentValidation;
using Regio.Municipalities.Mandates;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.Rounds;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Goals;

/// <summary>Changes what the mask names of a node.</summary>
internal sealed class UpdateGoalNode(MunicipalitiesDbContext db, RegisterCache register, Once once)
{
    private static readonly string[] Updatable = ["title", "owner_body_id", "parent_id", "period", "indicator_code"];

    public Task<UpdateGoalNodeResponse> RunAsync(UpdateGoalNodeRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => UpdateAsync(request, moment, token), ct);

    private async Task<UpdateGoalNodeResponse> UpdateAsync(UpdateGoalNodeRequest request, Moment moment, CancellationToken ct)
    {
        var asked = request.Node;
        var paths = FieldMasks.Paths(request.UpdateMask, Updatable);
        if (paths.Contains("owner_body_id") && asked.OwnerBodyId.Length > 0)
            (await register.GetAsync(ct)).RequireScope(BodyId.Parse(asked.OwnerBodyId)!, "node.owner_body_id");
        var node = await db.NodeAsync(asked.Id, "node.id", ct);
        await db.LockTreeAsync(node.RegionId, ct);
        await db.Entry(node).ReloadAsync(ct);
        Etag.Require(asked.Etag, node.Version, "node.etag");
        node.Change(
            paths.Contains("title") ? asked.Title.Trim() : null,
            paths.Contains("owner_body_id") ? asked.OwnerBodyId : null,
            paths.Contains("period") ? asked.Period.ToValidity() : null);
        if (paths.Contains("parent_id"))
        {
            var parent = await db.ParentAsync(asked.ParentId, ct);
            node.Move(parent, await db.AboveAsync(parent, ct));
        }

        if (paths.Contains("indicator_code"))
            node.MeasureBy(asked.IndicatorCode);
        node.Renew();
        db.Publish(GoalEvents.Changed(node, moment.Now), node.Id.ToString("D"));
        return new UpdateGoalNodeResponse { Node = node.ToProto() };
    }
}

internal sealed class UpdateGoalNodeValidator : AbstractValidator<UpdateGoalNodeRequest>
{
    public UpdateGoalNodeValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Node).NotNull();
        RuleFor(r => r.Node.Id).IsUuid().When(r => r.Node is not null);
        RuleFor(r => r.Node.Title).IsLine(AddGoalNodeValidator.MostTitleCharacters).When(r => r.Node is not null && r.UpdateMask.Names("title"));
        RuleFor(r => r.Node.OwnerBodyId).IsBodyId().When(r => r.Node is { OwnerBodyId.Length: > 0 } && r.UpdateMask.Names("owner_body_id"));
        RuleFor(r => r.Node.ParentId).IsUuid().When(r => r.Node is { ParentId.Length: > 0 } && r.UpdateMask.Names("parent_id"));
        RuleFor(r => r.Node.IndicatorCode).IsCode().When(r => r.Node is { IndicatorCode.Length: > 0 } && r.UpdateMask.Names("indicator_code"));
        RuleFor(r => r.Node.Period).IsPeriod().When(r => r.Node is not null && r.UpdateMask.Names("period"));
    }
}
