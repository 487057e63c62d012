using Regio.Municipalities.Bodies;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Responsibilities;

/// <summary>From the responsibility map to its messages. The numbers of the enums are those of the messages.</summary>
internal static class ResponsibilityMapping
{
    public static V1.ResponsibilityTopic ToProto(this ResponsibilityTopic topic) => new()
    {
        Id = topic.Id,
        RegionId = topic.RegionId,
        Code = topic.Code,
        Title = topic.Title,
        RequiredRoles = { topic.RequiredRoles.Order().Select(r => (V1.ResponsibilityRole)r) },
    };

    public static V1.Responsibility ToProto(this Responsibility responsibility) => new()
    {
        Id = responsibility.Id.ToString("D"),
        TopicId = responsibility.TopicId,
        BodyId = responsibility.BodyId,
        Scale = (V1.ResponsibilityScale)responsibility.Scale,
        Role = (V1.ResponsibilityRole)responsibility.Role,
        Period = responsibility.Validity.ToProto(),
        Source = responsibility.Source.ToProto(),
    };

    public static V1.TopicResponsibilities ToProto(this TopicOnDay on) => new()
    {
        Topic = on.Topic.ToProto(),
        Responsibilities = { on.Responsibilities.Select(ToProto) },
        Gaps = { on.Gaps.Select(g => new V1.ResponsibilityGap { Role = (V1.ResponsibilityRole)g.Role, MunicipalityIds = { g.MunicipalityIds } }) },
        Doubles =
        {
            on.Doubles.Select(d => new V1.ResponsibilityDouble
            {
                Role = (V1.ResponsibilityRole)d.Role, Scale = (V1.ResponsibilityScale)d.Scale, BodyIds = { d.BodyIds },
            }),
        },
    };

    public static ResponsibilityTopic ToDomain(this V1.ResponsibilityTopic asked) => new()
    {
        Id = $"{asked.RegionId}:{asked.Code}",
        RegionId = asked.RegionId,
        Code = asked.Code,
        Title = asked.Title.Trim(),
        RequiredRoles = asked.RequiredRoles.Count == 0 ? [.. ResponsibilityTopic.UsualRoles] : [.. asked.RequiredRoles.Distinct().Select(r => (ResponsibilityRole)r)],
    };

    public static Responsibility ToDomain(this V1.Responsibility asked, Guid id, string by, DateTimeOffset now) => new()
    {
        Id = id,
        TopicId = asked.TopicId,
        BodyId = asked.BodyId,
        Scale = (ResponsibilityScale)asked.Scale,
        Role = (ResponsibilityRole)asked.Role,
        Validity = asked.Period.ToValidity(),
        Source = asked.Source.ToDomain(),
        RecordedAt = now,
        RecordedBy = by,
    };
}
