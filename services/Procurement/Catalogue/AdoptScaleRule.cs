using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Catalogue;

/// <summary>Records a decision on the scale of a product or of levels, and publishes what changed in the same transaction.</summary>
internal sealed class AdoptScaleRule(
    ProcurementDbContext db, CatalogueReader reader, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.CatalogueService/AdoptScaleRule";

    public Task<AdoptScaleRuleResponse> RunAsync(AdoptScaleRuleRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => AdoptAsync(request.ScaleRule, token), ct);

    private async Task<AdoptScaleRuleResponse> AdoptAsync(V1.ScaleRule asked, CancellationToken ct)
    {
        // Of two who adopt at the same time the second sees what the first did; who reads is not held up.
        await db.Database.ExecuteSqlAsync($"lock table scale_rule in share row exclusive mode", ct);
        var now = time.StorableNow();
        var catalogue = await reader.ReadAsync(ct);
        if (asked.ProductId.Length > 0)
            catalogue.Product(asked.ProductId, "scale_rule.product_id");
        var adoption = ScaleAdoption.Of(asked.ToDomain(Guid.CreateVersion7(now)), catalogue.Rules, () => Guid.CreateVersion7(now));

        // The ends are written before the beginnings: no two rules may hold on one day, not even for a statement.
        db.UpdateRange(adoption.Cut);
        await db.SaveChangesAsync(ct);
        db.AddRange([adoption.Adopted, .. adoption.Left]);
        foreach (var rule in adoption.Cut.Append(adoption.Adopted).Concat(adoption.Left))
            db.Publish(CatalogueEvents.Recorded(rule, now), rule.Id.ToString("D"));
        return new AdoptScaleRuleResponse
        {
            ScaleRule = adoption.Adopted.ToProto(),
            ChangedRules = { adoption.Cut.Concat(adoption.Left).Select(rule => rule.ToProto()) },
        };
    }
}

internal sealed class AdoptScaleRuleValidator : AbstractValidator<AdoptScaleRuleRequest>
{
    public AdoptScaleRuleValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.ScaleRule).NotNull().ChildRules(rule =>
        {
            rule.RuleFor(s => s.ProductId).IsLineOrEmpty(CatalogueMapping.MostCodeCharacters);
            rule.RuleFor(s => s.Scale).IsInEnum().NotEqual(V1.Scale.Unspecified).WithMessage("Give the scale.");
            rule.RuleFor(s => s.Executor).IsLine(CatalogueMapping.MostNameCharacters);
            rule.RuleFor(s => s.Period).IsPeriod();
            rule.RuleFor(s => s.Ground).IsLine(CatalogueMapping.MostGroundCharacters);
            rule.RuleFor(s => s.Source).NotNull();
            rule.RuleFor(s => s.Source).SetValidator(new SourceValidator());
        });
    }
}
