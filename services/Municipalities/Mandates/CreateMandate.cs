using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Municipalities.Mandates;

/// <summary>Registers a mandate; nobody is bound by it before a grant is recorded.</summary>
internal sealed class CreateMandate(
    MunicipalitiesDbContext db, RegisterCache register, IdempotentRequests<MunicipalitiesDbContext> requests, TimeProvider time)
{
    public Task<CreateMandateResponse> RunAsync(CreateMandateRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(CreateMandateRequest.Descriptor.FullName, caller, request.RequestId, request, token => CreateAsync(request.Mandate, token), ct);

    private async Task<CreateMandateResponse> CreateAsync(V1.Mandate asked, CancellationToken ct)
    {
        var snapshot = await register.GetAsync(ct);
        snapshot.RequireRegion(asked.RegionId, "mandate.region_id");
        var parent = asked.ParentId.Length > 0 ? await ParentAsync(asked.ParentId, ct) : null;
        var scope = new MandateScope([.. asked.Topics.Distinct()], asked.LimitCents, asked.SubMandateAllowed, asked.NeedsEmployerConsent);
        var mandate = Mandate.Register(Guid.CreateVersion7(time.StorableNow()), asked.RegionId, asked.Mandated, scope, parent);
        db.Add(mandate);
        return new CreateMandateResponse { Mandate = mandate.ToProto() };
    }

    private async Task<Mandate> ParentAsync(string id, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        return await db.Mandates().SingleOrDefaultAsync(m => m.Id == key, ct) ?? throw StoredMandates.Unknown(id, "mandate.parent_id");
    }
}

internal sealed class CreateMandateValidator : AbstractValidator<CreateMandateRequest>
{
    public CreateMandateValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Mandate).NotNull();
        When(r => r.Mandate is not null, () =>
        {
            RuleFor(r => r.Mandate.RegionId).NotEmpty().IsRegionIdOrEmpty();
            RuleFor(r => r.Mandate.Mandated).IsCode();
            RuleFor(r => r.Mandate.Topics).Must(topics => topics.Count is > 0 and <= MandateFieldRules.MostTopics)
                .WithMessage($"Give 1 to {MandateFieldRules.MostTopics} topics.");
            RuleForEach(r => r.Mandate.Topics).IsCode();
            RuleFor(r => r.Mandate.LimitCents).GreaterThanOrEqualTo(0);
            RuleFor(r => r.Mandate.ParentId).IsUuid().When(r => r.Mandate.ParentId.Length > 0);
        });
    }
}
