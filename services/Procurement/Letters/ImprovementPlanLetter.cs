using Regio.Documents;
using Regio.Procurement.Management;

namespace Regio.Procurement.Letters;

/// <summary>The letter that asks for an improvement plan, or confirms what was agreed.</summary>
internal static class ImprovementPlanLetter
{
    public static Document Of(ImprovementPlan plan, string contract, string provider, string sender) => LetterText.Letter(
        "Verbeterplan",
        provider,
        sender,
        plan.OpenedOn,
        [
            LetterText.Facts(
                ("Contract", contract), ("Wat beter moet", plan.Subject), ("Wie het doet", plan.Owner), ("Stand", State(plan.State)), ("Uiterlijk op", LetterText.Day(plan.DueOn))),
            LetterText.Told("afspraak", "Wat wij vragen en afspreken", Asked(plan), plan.Outcome.Length > 0 ? $"Uitkomst: {plan.Outcome}" : ""),
        ]);

    private static string Asked(ImprovementPlan plan) => plan.Measures.Length > 0
        ? $"Afgesproken is: {plan.Measures}"
        : $"Wij vragen u om uiterlijk op {LetterText.Day(plan.DueOn)} een plan te geven waarmee u dit verbetert.";

    private static string State(ImprovementPlanState state) => state switch
    {
        ImprovementPlanState.Open => "gevraagd",
        ImprovementPlanState.Agreed => "afgesproken",
        ImprovementPlanState.Done => "uitgevoerd",
        ImprovementPlanState.Failed => "niet gelukt",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Every state has its own word."),
    };
}
