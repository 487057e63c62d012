using System.Globalization;
using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.Procedures;

/// <summary>What must hold for the plan of a procedure.</summary>
internal static class ProcedureChecks
{
    private const int Whole = 100;

    public static void Require(ProcedurePlan plan, int legalStandstillDays)
    {
        var policy = ProcedurePolicy.Of(plan.Kind);
        Require(policy.TakesBids == plan.Lots.Count > 0, policy.TakesBids ? ProcedureRules.LotsMissing : ProcedureRules.NothingBought, "procedure.lots");
        Require(plan.Lots.DistinctBy(lot => lot.Number).Count() == plan.Lots.Count, ProcedureRules.LotTwice, "procedure.lots");
        RequireCriteria(plan.Criteria, policy);
        RequireStandstill(plan.StandstillDays, legalStandstillDays, policy);
        Require(policy.IsShared == plan.Shared is not null, policy.IsShared ? ProcedureRules.LeadMissing : ProcedureRules.LeadNotOfKind, "procedure.shared");
    }

    // Jeugdwet, article 2.11: youth care is not awarded on the lowest price alone. An open house does not rank at all: a
    // choice between those who meet its conditions would make it a public contract.
    private static void RequireCriteria(IReadOnlyList<Criterion> criteria, ProcedurePolicy policy)
    {
        if (!policy.Ranks)
        {
            Require(criteria.Count == 0, ProcedureRules.RanksNot, "procedure.criteria");
            return;
        }

        Require(criteria.DistinctBy(criterion => criterion.Name).Count() == criteria.Count, ProcedureRules.CriterionTwice, "procedure.criteria");
        Require(criteria.Sum(criterion => criterion.Weight) == Whole, ProcedureRules.WeightsDiffer, "procedure.criteria");
        Require(criteria.Any(criterion => criterion.Kind == CriterionKind.Quality), ProcedureRules.PriceAlone, "procedure.criteria");
    }

    private static void RequireStandstill(int days, int legal, ProcedurePolicy policy)
    {
        Require(policy.HasIntention || days == 0, ProcedureRules.StandstillNotOfKind, "procedure.standstill_days");
        if (policy.HasLegalStandstill && days < legal)
        {
            throw new DomainException(
                ProcedureRules.StandstillTooShort, "procedure.standstill_days", new Dictionary<string, string> { ["days"] = legal.ToString(CultureInfo.InvariantCulture) });
        }
    }

    private static void Require(bool right, Rule rule, string field)
    {
        if (!right)
            throw new DomainException(rule, field);
    }
}
