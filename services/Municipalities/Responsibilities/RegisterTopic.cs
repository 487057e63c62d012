using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Bodies;
using Regio.Municipalities.Mandates;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Responsibilities;

/// <summary>Registers a topic with the roles that somebody must have about it.</summary>
internal sealed class RegisterTopic(MunicipalitiesDbContext db, RegisterCache register, Once once)
{
    public Task<RegisterTopicResponse> RunAsync(RegisterTopicRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (_, token) => RegisterAsync(request, token), ct);

    private async Task<RegisterTopicResponse> RegisterAsync(RegisterTopicRequest request, CancellationToken ct)
    {
        (await register.GetAsync(ct)).RequireRegion(request.Topic.RegionId, "topic.region_id");
        var topic = request.Topic.ToDomain();
        if (await db.Set<ResponsibilityTopic>().AnyAsync(t => t.Id == topic.Id, ct))
            throw new DomainException(ResponsibilityRules.TopicRegistered, "topic.code");
        db.Add(topic);
        return new RegisterTopicResponse { Topic = topic.ToProto() };
    }
}

internal sealed class RegisterTopicValidator : AbstractValidator<RegisterTopicRequest>
{
    public RegisterTopicValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Topic).NotNull();
        When(r => r.Topic is not null, () =>
        {
            RuleFor(r => r.Topic.RegionId).NotEmpty().IsRegionIdOrEmpty();
            RuleFor(r => r.Topic.Code).IsCode();
            RuleFor(r => r.Topic.Title).IsLine(BodyFieldRules.MostNameCharacters);
            RuleFor(r => r.Topic.RequiredRoles).Must(roles => roles.Count <= 5).WithMessage("There are five roles.");
            RuleForEach(r => r.Topic.RequiredRoles).IsInEnum().NotEqual(V1.ResponsibilityRole.Unspecified);
        });
    }
}
