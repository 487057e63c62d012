using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Costs;

/// <summary>Brings a draft into force; the key that it replaces ends the day before.</summary>
internal sealed class AdoptAllocationKey(MunicipalitiesDbContext db, Once once)
{
    public Task<AdoptAllocationKeyResponse> RunAsync(AdoptAllocationKeyRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => AdoptAsync(request, moment, token), ct);

    private async Task<AdoptAllocationKeyResponse> AdoptAsync(AdoptAllocationKeyRequest request, Moment moment, CancellationToken ct)
    {
        var key = await KeyAsync(request.Id, "id", ct);
        Etag.Require(request.Etag, key.Version);
        Guid? replaced = request.ReplacesId.Length > 0 ? (await KeyAsync(request.ReplacesId, "replaces_id", ct)).Id : null;
        var others = await db.Set<AllocationKey>().Include(k => k.Percentages)
            .Where(k => k.Purpose == key.Purpose && k.State == Costs.AllocationKeyState.Adopted && k.Id != key.Id).ToListAsync(ct);
        var ended = key.AdoptAmong(request.Period.ToValidity(), others, replaced);
        foreach (var changed in new[] { ended, key }.OfType<AllocationKey>())
            db.Publish(CostEvents.Adopted(changed, moment.Now), changed.Id.ToString("D"));
        return new AdoptAllocationKeyResponse { AllocationKey = key.ToProto(moment.Today) };
    }

    private async Task<AllocationKey> KeyAsync(string id, string field, CancellationToken ct)
    {
        var found = Guid.ParseExact(id, "D");
        await db.Database.ExecuteSqlAsync($"select from allocation_key where id = {found} for update", ct);
        return await db.Set<AllocationKey>().Include(k => k.Percentages).SingleOrDefaultAsync(k => k.Id == found, ct)
            ?? throw new DomainException(CostRules.AllocationKeyUnknown, field, new Dictionary<string, string> { ["allocation_key_id"] = id });
    }
}

internal sealed class AdoptAllocationKeyValidator : AbstractValidator<AdoptAllocationKeyRequest>
{
    public AdoptAllocationKeyValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Period).IsPeriod();
        RuleFor(r => r.ReplacesId).IsUuid().When(r => r.ReplacesId.Length > 0);
    }
}
