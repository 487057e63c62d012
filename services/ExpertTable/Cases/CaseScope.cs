using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>How much of a case somebody is shown.</summary>
internal enum CaseView
{
    /// <summary>Codes and days, no texts: lists, watches and the answers to changes.</summary>
    Outline,

    /// <summary>What somebody knows who is heard at a sitting: the question and the analyses.</summary>
    Guest,

    /// <summary>What a member of the table prepares a sitting with, the analysis included.</summary>
    Package,

    /// <summary>What the municipality that decides needs; the analysis stays at the table.</summary>
    Municipality,

    /// <summary>The whole file.</summary>
    Full,
}

/// <summary>
/// Which cases a caller sees and how much of each. A case outside of it does not exist for the caller: the same query
/// finds neither that nor one that was never registered.
/// </summary>
/// <param name="Role">The role by which the caller sees them; goes into the read log.</param>
/// <param name="View">How much of each.</param>
/// <param name="Municipality">Only the children of this one; null: of all.</param>
/// <param name="Participant">Only cases of a sitting that this subject is invited to, from the invitation until the evaluation; null: of all.</param>
/// <param name="SeesDestroyed">Whether what is left of destroyed cases counts too.</param>
internal sealed record CaseScope(string Role, CaseView View, string? Municipality, string? Participant = null, bool SeesDestroyed = false)
{
    // No case has it.
    private const string NoMunicipality = "";

    /// <summary>Names the scope: what is bound to it does not work in another.</summary>
    public string Key => Participant is null ? $"{Role}:{Municipality ?? "*"}" : $"{Role}:{Municipality ?? "*"}:{Participant}";

    /// <summary>The scope of the caller's widest role. A municipality in the token limits every role.</summary>
    public static CaseScope Of(Caller caller)
    {
        if (caller.Roles.Contains(Roles.TableChair))
            return new(Roles.TableChair, CaseView.Full, caller.Municipality);
        if (caller.Roles.Contains(Roles.ProcessGuide))
            return new(Roles.ProcessGuide, CaseView.Full, caller.Municipality);
        if (caller.Roles.Contains(Roles.PolicyAdviser))
            return new(Roles.PolicyAdviser, CaseView.Municipality, caller.Municipality ?? NoMunicipality);
        if (caller.Roles.Contains(Roles.TableMember))
            return new(Roles.TableMember, CaseView.Package, caller.Municipality, caller.Subject);
        return new("", CaseView.Outline, NoMunicipality);
    }

    /// <summary>Without a limit, for what no single caller sees.</summary>
    public static CaseScope OfWholeTable { get; } = new("", CaseView.Outline, Municipality: null);

    /// <summary>Which cases somebody sees the read log of, without seeing the cases.</summary>
    public static CaseScope OfOversight(Caller caller) =>
        new("oversight", CaseView.Outline, caller.Municipality, SeesDestroyed: true);

    /// <summary>The whole of a case that somebody opened in an emergency, by whichever role.</summary>
    public static CaseScope OfEmergency(Caller caller) => new(Of(caller).Role, CaseView.Full, Municipality: null);

    /// <summary>Which cases somebody keeps and destroys, without seeing their texts.</summary>
    public static CaseScope OfKeeper(Caller caller) => new("keeper", CaseView.Outline, caller.Municipality);

    // An array, so that the query has one condition for all of them.
    private static readonly CaseState[] s_atTheTable =
        [CaseState.Scheduled, CaseState.Advised, CaseState.Decided, CaseState.InExecution, CaseState.Stuck, CaseState.Escalated];

    public IQueryable<Case> Visible(IQueryable<Case> cases)
    {
        if (!SeesDestroyed)
            cases = cases.Where(c => c.DestroyedAt == null);
        if (Municipality is { } own)
            cases = cases.Where(c => c.MunicipalityId == own);
        if (Participant is { } subject)
            cases = cases.Where(c => s_atTheTable.Contains(c.State) && c.Sitting!.Participants.Any(p => p.Subject == subject && p.WithdrawnAt == null));
        return cases;
    }

    public void RequireOwn(string municipalityId)
    {
        if (Municipality is { } own && own != municipalityId)
            throw new DomainException(CaseRules.MunicipalityNotOwn, "municipality_id");
    }

    public static DomainException Unknown() => new(CaseRules.CaseUnknown, "id");
}
