using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Management;

/// <summary>Where an improvement plan stands; the numbers are those of the messages.</summary>
internal enum ImprovementPlanState
{
    /// <summary>Asked for.</summary>
    Open = 1,

    /// <summary>Agreed.</summary>
    Agreed = 2,

    /// <summary>Done.</summary>
    Done = 3,

    /// <summary>Failed.</summary>
    Failed = 4,
}

/// <summary>A plan by which a provider improves what falls short (verbeterplan).</summary>
internal sealed class ImprovementPlan
{
    private ImprovementPlan(Guid id) => Id = id;

    public Guid Id { get; }

    public required Guid ContractId { get; init; }

    public required Guid ProviderId { get; init; }

    public required string Subject { get; init; }

    /// <summary>Who is to act, as a function.</summary>
    public required string Owner { get; init; }

    public required DateOnly OpenedOn { get; init; }

    public DateOnly DueOn { get; private set; }

    public string Measures { get; private set; } = "";

    public ImprovementPlanState State { get; private set; }

    public string Outcome { get; private set; } = "";

    public DateOnly? ClosedOn { get; private set; }

    public long Version { get; private set; } = 1;

    public static ImprovementPlan Open(Guid id, ManagedContract contract, string subject, DateOnly dueOn, string owner, DateOnly today) => new(id)
    {
        ContractId = contract.Id,
        ProviderId = contract.ProviderId,
        Subject = subject,
        DueOn = dueOn,
        Owner = owner,
        OpenedOn = today,
        State = ImprovementPlanState.Open,
    };

    public void Agree(string measures, DateOnly dueOn)
    {
        Require(State == ImprovementPlanState.Open);
        (Measures, DueOn, State) = (measures, dueOn, ImprovementPlanState.Agreed);
        Version++;
    }

    /// <summary>A plan that was never agreed can fail, and not be done.</summary>
    public void Close(bool done, string outcome, DateOnly today)
    {
        Require(State == ImprovementPlanState.Agreed || (State == ImprovementPlanState.Open && !done));
        (State, Outcome, ClosedOn) = (done ? ImprovementPlanState.Done : ImprovementPlanState.Failed, outcome, today);
        Version++;
    }

    private void Require(bool allowed)
    {
        if (!allowed)
            throw new DomainException(ManagementRules.PlanState, metadata: new Dictionary<string, string> { ["state"] = State.ToString().ToLowerInvariant() });
    }
}
