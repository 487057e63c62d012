using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable;

/// <summary>Who may call what in this service; which cases they see of it is the work of CaseScope.</summary>
internal static class ExpertTablePolicies
{
    public const string Register = "experttable.case.register";
    public const string Handle = "experttable.case.handle";
    public const string Advise = "experttable.case.advise";
    public const string Decide = "experttable.case.decide";
    public const string Write = "experttable.case.write";
    public const string Determine = "experttable.decider.determine";
    public const string Read = "experttable.case.read";
    public const string Oversee = "experttable.case.oversee";
    public const string Staff = "experttable.capacity.staff";
    public const string Capacity = "experttable.capacity.read";
    public const string Consult = "experttable.consultation.keep";
    public const string ReadTerms = "experttable.term.read";
    public const string SetTerms = "experttable.term.set";
    public const string Worklist = "experttable.worklist.read";
    public const string BreakGlass = "experttable.case.break-glass";
    public const string Keep = "experttable.case.keep";
    public const string Inspect = "experttable.readlog.inspect";
    public const string KeepThreads = "experttable.threads.keep";
    public const string ReadThreads = "experttable.threads.read";
    public const string KeepGaps = "experttable.gaps.keep";
    public const string ReadGaps = "experttable.gaps.read";
    public const string Verify = "experttable.readlog.verify";

    public static readonly AccessPolicy[] All =
    [
        new(Register, [Roles.TableChair, Roles.ProcessGuide, Roles.PolicyAdviser]) { Reach = Reach.OwnMunicipality },
        new(Handle, [Roles.TableChair, Roles.ProcessGuide]) { Reach = Reach.OwnMunicipality },
        new(Advise, [Roles.TableChair]) { Reach = Reach.OwnMunicipality },
        new(Decide, [Roles.TableChair, Roles.ProcessGuide, Roles.PolicyAdviser]) { Reach = Reach.OwnMunicipality },
        // What helps who writes about a case; what they may change of it have policies of their own.
        new(Write, [Roles.TableChair, Roles.ProcessGuide, Roles.PolicyAdviser]) { Reach = Reach.OwnMunicipality },
        // Works out who decides from facts that the caller brings; keeps nothing and shows no case.
        new(Determine, [Roles.TableChair, Roles.ProcessGuide, Roles.PolicyAdviser]),
        new(Read, [Roles.TableChair, Roles.ProcessGuide, Roles.TableMember, Roles.PolicyAdviser]) { Reach = Reach.OwnMunicipality },
        new(Oversee, [Roles.TableChair, Roles.PrivacyOfficer]) { Reach = Reach.OwnMunicipality },
        new(Staff, [Roles.TableChair, Roles.Regiomanager]),
        // Counts and who works at the table; no cases.
        new(Capacity, [Roles.TableChair, Roles.ProcessGuide, Roles.Regiomanager]),
        // Advice about a child that nobody names.
        new(Consult, [Roles.TableChair, Roles.ProcessGuide]),
        // Settings, which tell of nobody.
        new(ReadTerms, [Roles.TableChair, Roles.ProcessGuide, Roles.PolicyAdviser, Roles.Regiomanager, Roles.PrivacyOfficer]),
        new(SetTerms, [Roles.Regiomanager, Roles.PrivacyOfficer]),
        // Who handles cases, of those alone; the privacy officer what whom they are about asks for.
        new(Worklist, [Roles.TableChair, Roles.ProcessGuide, Roles.PolicyAdviser, Roles.PrivacyOfficer]) { Reach = Reach.OwnMunicipality },
        // An emergency is not stopped by a municipality in the token; the privacy officer sees to it.
        new(BreakGlass, [Roles.TableChair, Roles.ProcessGuide, Roles.TableMember, Roles.PolicyAdviser]),
        // About the region and no case. Counts are for who works for the region as a whole, which the handler keeps.
        new(KeepThreads, [Roles.TableChair, Roles.Regiomanager]),
        new(ReadThreads, [Roles.TableChair, Roles.ProcessGuide, Roles.Regiomanager, Roles.PolicyAdviser]),
        // What inspectorates found missing is about supply.
        new(KeepGaps, [Roles.TableChair, Roles.Regiomanager]),
        new(ReadGaps, [Roles.TableChair, Roles.ProcessGuide, Roles.Regiomanager, Roles.PolicyAdviser]),
        new(Keep, [Roles.PrivacyOfficer]) { Reach = Reach.OwnMunicipality },
        new(Inspect, [Roles.PrivacyOfficer]) { Reach = Reach.OwnMunicipality },
        // Tells whether the chain is whole and nothing of what it holds.
        new(Verify, [Roles.PrivacyOfficer]),
    ];
}
