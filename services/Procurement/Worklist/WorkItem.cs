using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Worklist;

/// <summary>A clock that runs, as the views of the database tell it.</summary>
internal sealed record WorkItem(
    string Kind, Guid SubjectId, string Subject, Guid? ProviderId, string? ProviderName, string? MunicipalityId, DateOnly DueOn, string Owner)
{
    /// <param name="day">The day that is asked about.</param>
    public V1.WorkItem ToProto(DateOnly day) => new()
    {
        Kind = Enum.Parse<V1.WorkKind>(Kind),
        SubjectId = SubjectId.ToString("D"),
        Subject = Subject,
        ProviderId = ProviderId?.ToString("D") ?? "",
        ProviderName = ProviderName ?? "",
        MunicipalityId = MunicipalityId ?? "",
        DueDate = DueOn.ToProto(),
        Overdue = DueOn < day,
        Owner = Owner,
    };
}

/// <summary>Which clocks are asked for.</summary>
/// <param name="Day">The day on which they run.</param>
/// <param name="DueUntil">Last due date.</param>
internal sealed record WorkQuestion(DateOnly Day, DateOnly DueUntil)
{
    /// <summary>Only these kinds; empty: all.</summary>
    public string[] Kinds { get; init; } = [];

    public Guid? ProviderId { get; init; }

    /// <summary>Who is limited to a municipality sees no clocks of others.</summary>
    public string? MunicipalityId { get; init; }

    public string Owner { get; init; } = "";

    /// <summary>Where the page before ended; null: at the beginning.</summary>
    public (DateOnly DueOn, string Kind, Guid SubjectId)? After { get; init; }
}
