using Regio.Procurement.Management;
using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Tests.Management;

public sealed class ImprovementPlanTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    public static TheoryData<string, string, bool> Matrix() => new()
    {
        { nameof(ImprovementPlanState.Open), "agree", true },
        { nameof(ImprovementPlanState.Open), "done", false },
        { nameof(ImprovementPlanState.Open), "failed", true },
        { nameof(ImprovementPlanState.Agreed), "agree", false },
        { nameof(ImprovementPlanState.Agreed), "done", true },
        { nameof(ImprovementPlanState.Agreed), "failed", true },
        { nameof(ImprovementPlanState.Done), "agree", false },
        { nameof(ImprovementPlanState.Done), "done", false },
        { nameof(ImprovementPlanState.Done), "failed", false },
        { nameof(ImprovementPlanState.Failed), "agree", false },
        { nameof(ImprovementPlanState.Failed), "done", false },
        { nameof(ImprovementPlanState.Failed), "failed", false },
    };

    [Theory]
    [MemberData(nameof(Matrix))]
    public void Each_act_is_allowed_in_its_states_alone(string state, string act, bool allowed)
    {
        var plan = In(Enum.Parse<ImprovementPlanState>(state));
        var version = plan.Version;

        var refused = Record.Exception(() => Act(plan, act));

        Assert.Equal(allowed ? null : "IMPROVEMENT_PLAN_STATE", (refused as DomainException)?.Rule.Code);
        Assert.Equal(allowed ? version + 1 : version, plan.Version);
    }

    private static ImprovementPlan In(ImprovementPlanState state)
    {
        var plan = ImprovementPlan.Open(Guid.CreateVersion7(), new ManagedContract(Guid.CreateVersion7(), Guid.CreateVersion7()), "Wachttijd", Today, "Directeur", Today);
        if (state is ImprovementPlanState.Agreed or ImprovementPlanState.Done)
            Act(plan, "agree");
        if (state is ImprovementPlanState.Done or ImprovementPlanState.Failed)
            Act(plan, state == ImprovementPlanState.Done ? "done" : "failed");
        return plan;
    }

    private static void Act(ImprovementPlan plan, string act)
    {
        if (act == "agree")
            plan.Agree("Extra behandelaren", Today.AddDays(30));
        else
            plan.Close(act == "done", "Uitkomst", Today);
    }
}
