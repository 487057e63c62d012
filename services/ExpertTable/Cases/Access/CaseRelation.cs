using System.Collections.Frozen;
using System.Linq.Expressions;
using Regio.ExpertTable.Sittings;

namespace Regio.ExpertTable.Cases;

/// <summary>What somebody is to a case.</summary>
internal enum CaseRelation
{
    /// <summary>Chairs it.</summary>
    Chair,

    /// <summary>May take it up: nobody chairs it yet.</summary>
    Intake,

    /// <summary>Leads it (regiehouder).</summary>
    Lead,

    /// <summary>Guides it (Regie op 3).</summary>
    Guide,

    /// <summary>Brought it in, and nobody guides it yet.</summary>
    Registrar,

    /// <summary>Looks for a place for the child (zorgmakelaar).</summary>
    CareBroker,

    /// <summary>Works for the municipality that decides and pays.</summary>
    Municipality,

    /// <summary>Sits at the table that it is brought to, from the invitation until the evaluation.</summary>
    Member,

    /// <summary>Is heard at that table, as long.</summary>
    Guest,
}

/// <summary>Who asks.</summary>
/// <param name="Subject">Subject of the token.</param>
/// <param name="Municipality">The municipality in it; null: none.</param>
internal sealed record Asker(string Subject, string? Municipality);

/// <summary>
/// When somebody is what to a case. Each is said once, as an expression: the database finds cases by it, and a case that
/// was read is judged by the same one.
/// </summary>
internal static class CaseRelations
{
    // An array, so that a query has one condition for all of them.
    private static readonly CaseState[] s_atTheTable =
        [CaseState.Scheduled, CaseState.Advised, CaseState.Decided, CaseState.InExecution, CaseState.Stuck, CaseState.Escalated];

    private static readonly FrozenDictionary<CaseRelation, Expression<Func<Case, Asker, bool>>> s_all = new Dictionary<CaseRelation, Expression<Func<Case, Asker, bool>>>
    {
        [CaseRelation.Chair] = (file, asker) => file.Chair == asker.Subject,
        [CaseRelation.Intake] = (file, _) => file.Chair == null,
        [CaseRelation.Lead] = (file, asker) => file.Lead == asker.Subject,
        [CaseRelation.Guide] = (file, asker) => file.Guide != null && file.Guide.Subject == asker.Subject,
        [CaseRelation.Registrar] = (file, asker) => file.GuideId == null && file.RegisteredBy == asker.Subject,
        [CaseRelation.CareBroker] = (file, asker) => file.CareBroker != null && file.CareBroker.Subject == asker.Subject,
        [CaseRelation.Municipality] = (file, asker) => file.MunicipalityId == asker.Municipality,
        [CaseRelation.Member] = (file, asker) => s_atTheTable.Contains(file.State) && file.Sitting != null
            && file.Sitting.Participants.Any(p => p.Subject == asker.Subject && p.WithdrawnAt == null && p.Relation == ParticipantRelation.Member),
        [CaseRelation.Guest] = (file, asker) => s_atTheTable.Contains(file.State) && file.Sitting != null
            && file.Sitting.Participants.Any(p => p.Subject == asker.Subject && p.WithdrawnAt == null && p.Relation == ParticipantRelation.Guest),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<CaseRelation, Func<Case, Asker, bool>> s_compiled =
        s_all.ToFrozenDictionary(relation => relation.Key, relation => relation.Value.Compile());

    /// <summary>Whether a grant reaches a case that was read together with its guide, its care broker and its sitting.</summary>
    public static bool Holds(CaseGrant grant, Case file, Asker asker) =>
        s_compiled[grant.Relation](file, asker) && (grant.ForRegion || asker.Municipality is null || s_compiled[CaseRelation.Municipality](file, asker));

    /// <summary>The cases that one of these grants reaches.</summary>
    public static Expression<Func<Case, bool>> AnyOf(IReadOnlyCollection<CaseGrant> grants, Asker asker)
    {
        var file = Expression.Parameter(typeof(Case), "file");
        // Captured, as in a query that is written out: a parameter of the statement, not a part of its text.
        Expression<Func<Asker>> captured = () => asker;
        var limited = Any(grants.Where(grant => !grant.ForRegion));
        if (asker.Municipality is not null)
            limited = Expression.AndAlso(limited, Of(CaseRelation.Municipality));
        return Expression.Lambda<Func<Case, bool>>(Expression.OrElse(limited, Any(grants.Where(grant => grant.ForRegion))), file);

        Expression Any(IEnumerable<CaseGrant> some) => some.Select(grant => grant.Relation).Distinct().Select(Of).Aggregate((Expression)Expression.Constant(false), Expression.OrElse);
        Expression Of(CaseRelation relation) => new Filled(s_all[relation].Parameters, file, captured.Body).Visit(s_all[relation].Body);
    }

    /// <summary>Puts the case of the query and who asks where the relation speaks of them.</summary>
    private sealed class Filled(IReadOnlyList<ParameterExpression> parameters, Expression file, Expression asker) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameters[0] ? file : node == parameters[1] ? asker : node;
    }
}
