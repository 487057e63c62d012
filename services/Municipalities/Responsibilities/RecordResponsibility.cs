using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.Rounds;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Responsibilities;

/// <summary>Records that a body has a role about a topic on a scale.</summary>
internal sealed class RecordResponsibility(MunicipalitiesDbContext db, RegisterCache register, Once once)
{
    public Task<RecordResponsibilityResponse> RunAsync(RecordResponsibilityRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => RecordAsync(request, moment, token), ct);

    private async Task<RecordResponsibilityResponse> RecordAsync(RecordResponsibilityRequest request, Moment moment, CancellationToken ct)
    {
        var asked = request.Responsibility;
        (await register.GetAsync(ct)).RequireScope(BodyId.Parse(asked.BodyId)!, "responsibility.body_id");
        if (!await db.Set<ResponsibilityTopic>().AnyAsync(t => t.Id == asked.TopicId, ct))
            throw new DomainException(ResponsibilityRules.TopicUnknown, "responsibility.topic_id", new Dictionary<string, string> { ["topic_id"] = asked.TopicId });
        var recorded = asked.ToDomain(Guid.CreateVersion7(moment.Now), moment.By, moment.Now);
        await RefuseSecondAsync(recorded, ct);
        db.Add(recorded);
        return new RecordResponsibilityResponse { Responsibility = recorded.ToProto() };
    }

    private async Task RefuseSecondAsync(Responsibility recorded, CancellationToken ct)
    {
        var others = await db.Set<Responsibility>().AsNoTracking()
            .Where(r => r.TopicId == recorded.TopicId && r.BodyId == recorded.BodyId && r.Scale == recorded.Scale && r.Role == recorded.Role).ToListAsync(ct);
        if (others.Exists(r => r.Validity.Overlaps(recorded.Validity)))
            throw new DomainException(ResponsibilityRules.Recorded, "responsibility.period");
    }
}

internal sealed class RecordResponsibilityValidator : AbstractValidator<RecordResponsibilityRequest>
{
    public RecordResponsibilityValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Responsibility).NotNull();
        When(r => r.Responsibility is not null, () =>
        {
            RuleFor(r => r.Responsibility.TopicId).IsTopicId();
            RuleFor(r => r.Responsibility.BodyId).IsBodyId();
            RuleFor(r => r.Responsibility.Scale).IsInEnum().NotEqual(V1.ResponsibilityScale.Unspecified);
            RuleFor(r => r.Responsibility.Role).IsInEnum().NotEqual(V1.ResponsibilityRole.Unspecified);
            RuleFor(r => r.Responsibility.Period).IsPeriod();
            RuleFor(r => r.Responsibility.Source).IsNamedSource();
        });
    }
}
