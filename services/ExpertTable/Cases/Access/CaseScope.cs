using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>
/// Which cases a caller sees and how much of each: by its role and by what it is to the case, the two together
/// (<see cref="CaseGrant"/>). Lists, searches, counts and watches ask here too. A case outside of it does not exist for the
/// caller: the same query finds neither that nor one that was never registered.
/// </summary>
internal sealed class CaseScope
{
    // No case has it.
    private const string NoMunicipality = "";

    private static readonly string[] s_planners = [Roles.TableChair, Roles.ProcessGuide];

    private readonly Asker _asker;
    private readonly CaseGrant[]? _grants;
    private readonly bool _seesDestroyed;

    /// <param name="role">By which role; goes into the read log.</param>
    /// <param name="asker">Who.</param>
    /// <param name="grants">What is allowed; null: all cases, without regard to relations.</param>
    /// <param name="seesDestroyed">Whether what is left of destroyed cases counts too.</param>
    private CaseScope(string role, Asker asker, CaseGrant[]? grants, bool seesDestroyed = false)
    {
        Role = role;
        _asker = asker;
        _grants = grants;
        _seesDestroyed = seesDestroyed;
    }

    public string Role { get; }

    /// <summary>Names the scope: what is bound to it does not work in another.</summary>
    public string Key => $"{Role}:{_asker.Municipality ?? "*"}:{(_grants is null ? "" : _asker.Subject)}";

    /// <summary>Whether the diary of the table is the caller's work; others see the sittings that they have to do with.</summary>
    public bool PlansSittings => _grants is null || _grants.Any(grant => s_planners.Contains(grant.Role));

    /// <summary>Who the caller is, where a sitting asks for it.</summary>
    public string Subject => _asker.Subject;

    /// <summary>The municipality that limits the caller; null: none does.</summary>
    public string? Municipality => _asker.Municipality;

    /// <summary>What the caller reads. A municipality in the token limits every grant but those for the region.</summary>
    public static CaseScope Of(Caller caller) => Of(caller, CaseGrant.All);

    /// <summary>What the caller handles: changes, and reads what goes with that.</summary>
    public static CaseScope ToChange(Caller caller) => Of(caller, [.. CaseGrant.All.Where(grant => grant.MayChange)]);

    /// <summary>Without a limit, for what no single caller sees.</summary>
    public static CaseScope OfWholeTable { get; } = new("", new Asker("", Municipality: null), grants: null);

    /// <summary>Which cases somebody sees the read log of: the privacy officer without seeing the cases, others of those that they see.</summary>
    public static CaseScope OfOversight(Caller caller) => caller.Roles.Contains(Roles.PrivacyOfficer)
        ? new("oversight", AskerOf(caller), grants: null, seesDestroyed: true)
        : Of(caller, CaseGrant.All, seesDestroyed: true);

    /// <summary>The whole of a case that somebody opened in an emergency, by whichever role.</summary>
    public static CaseScope OfEmergency(Caller caller) => new(Of(caller).Role, new Asker(caller.Subject, Municipality: null), grants: null);

    /// <summary>Which cases somebody keeps and destroys, without seeing their texts.</summary>
    public static CaseScope OfKeeper(Caller caller) => new("keeper", AskerOf(caller), grants: null);

    public IQueryable<Case> Visible(IQueryable<Case> cases)
    {
        if (!_seesDestroyed)
            cases = cases.Where(c => c.DestroyedAt == null);
        if (_grants is null)
            return Municipality is { } limit ? cases.Where(c => c.MunicipalityId == limit) : cases;
        return cases.Where(CaseRelations.AnyOf(_grants, _asker));
    }

    /// <summary>How much of a case is shown that was found in this scope, together with who is around it.</summary>
    public CaseView ViewOf(Case file) => _grants is null
        ? CaseView.Full
        : _grants.Where(grant => CaseRelations.Holds(grant, file, _asker)).Aggregate(CaseView.Outline, (view, grant) => view | grant.View);

    /// <summary>Whether <see cref="ViewOf"/> asks for the guide and the care broker of a case.</summary>
    public bool AsksForStaff => _grants is not null;

    /// <summary>Whether <see cref="ViewOf"/> asks for the sitting of a case.</summary>
    public bool AsksForSitting => _grants?.Any(grant => grant.Relation is CaseRelation.Member or CaseRelation.Guest) is true;

    public void RequireOwn(string municipalityId)
    {
        if (Municipality is { } own && own != municipalityId)
            throw new DomainException(CaseRules.MunicipalityNotOwn, "municipality_id");
    }

    public static DomainException Unknown() => new(CaseRules.CaseUnknown, "id");

    private static CaseScope Of(Caller caller, CaseGrant[] all, bool seesDestroyed = false)
    {
        var grants = all.Where(grant => caller.Roles.Contains(grant.Role)).ToArray();
        return new(string.Join('+', grants.Select(grant => grant.Role).Distinct(StringComparer.Ordinal)), AskerOf(caller, grants), grants, seesDestroyed);
    }

    private static Asker AskerOf(Caller caller) => new(caller.Subject, caller.Municipality);

    // An adviser works for a municipality; whose token names none reaches nobody by that role alone.
    private static Asker AskerOf(Caller caller, CaseGrant[] grants) =>
        new(caller.Subject, caller.Municipality ?? (Array.TrueForAll(grants, grant => grant.Relation == CaseRelation.Municipality) ? NoMunicipality : null));
}
