using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Cases;

/// <summary>What a role allows to who is something to a case.</summary>
/// <param name="Role">The role; it takes both.</param>
/// <param name="Relation">What they are to the case.</param>
/// <param name="View">How much of it they are shown.</param>
/// <param name="MayChange">Whether they handle it by the rpcs that their role may call; otherwise they read what they are shown.</param>
internal sealed record CaseGrant(string Role, CaseRelation Relation, CaseView View, bool MayChange)
{
    /// <summary>
    /// Whether it holds whatever municipality the token names, for who was given the case by name to work on it for the
    /// region: guides are employed by a few municipalities and by providers.
    /// </summary>
    public bool ForRegion { get; init; }

    /// <summary>
    /// Who sees what. What is not here nobody sees, but for who broke the glass and for the privacy officer, who oversees
    /// cases without their texts.
    /// </summary>
    public static readonly CaseGrant[] All =
    [
        new(Roles.TableChair, CaseRelation.Chair, CaseView.Full, MayChange: true),
        new(Roles.TableChair, CaseRelation.Intake, CaseView.Full, MayChange: true),
        new(Roles.TableChair, CaseRelation.Lead, CaseView.Full, MayChange: true),
        new(Roles.ProcessGuide, CaseRelation.Guide, CaseView.Full, MayChange: true) { ForRegion = true },
        new(Roles.ProcessGuide, CaseRelation.Registrar, CaseView.Full, MayChange: true),
        new(Roles.ProcessGuide, CaseRelation.Lead, CaseView.Full, MayChange: true),
        new(Roles.ProcessGuide, CaseRelation.CareBroker, CaseView.Package, MayChange: false),
        new(Roles.PolicyAdviser, CaseRelation.Municipality, CaseView.Municipality, MayChange: true),
        new(Roles.TableMember, CaseRelation.Member, CaseView.Package, MayChange: false),
        new(Roles.TableMember, CaseRelation.Guest, CaseView.Guest, MayChange: false),
    ];
}
