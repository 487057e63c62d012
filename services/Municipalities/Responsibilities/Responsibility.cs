using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.Responsibilities;

/// <summary>On which scale something is done; the numbers are those of the messages.</summary>
internal enum ResponsibilityScale
{
    Local = 1,
    ProcurementRegion = 2,
    YouthCareRegion = 3,
    SupraRegional = 4,
    National = 5,
}

/// <summary>What a body does about a topic; the numbers are those of the messages.</summary>
internal enum ResponsibilityRole
{
    Decides = 1,
    Executes = 2,
    Pays = 3,
    Advises = 4,
    Informed = 5,
}

/// <summary>A topic (onderwerp) of the map of a region.</summary>
internal sealed record ResponsibilityTopic
{
    /// <summary>What somebody must do about every topic, unless the topic says otherwise.</summary>
    public static readonly IReadOnlyList<ResponsibilityRole> UsualRoles = [ResponsibilityRole.Decides, ResponsibilityRole.Executes, ResponsibilityRole.Pays];

    public required string Id { get; init; }

    public required string RegionId { get; init; }

    public required string Code { get; init; }

    public required string Title { get; init; }

    /// <summary>The roles that somebody must have.</summary>
    public required List<ResponsibilityRole> RequiredRoles { get; init; }
}

/// <summary>That a body has a role about a topic on a scale, for a period.</summary>
internal sealed class Responsibility
{
    public required Guid Id { get; init; }

    public required string TopicId { get; init; }

    public required string BodyId { get; init; }

    public required ResponsibilityScale Scale { get; init; }

    public required ResponsibilityRole Role { get; init; }

    public required Validity Validity { get; set; }

    public required Source Source { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    public long Version { get; private set; } = 1;

    public void End(DateOnly on)
    {
        if (!Validity.Contains(on.AddDays(-1)))
            throw new DomainException(ResponsibilityRules.Ended, "end_date");
        Validity = new Validity(Validity.From, on);
        Version++;
    }
}
