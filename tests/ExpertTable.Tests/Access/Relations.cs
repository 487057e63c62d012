using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using CaseRelation = Regio.ExpertTable.Cases.CaseRelation;

namespace Regio.ExpertTable.Tests.Access;

/// <summary>For each relation a case of Emmen, and somebody who is this to it and nothing else.</summary>
internal sealed class Relations(ExpertTableHost host)
{
    public const string Municipality = "GM0114";

    public static readonly CaseRelation[] All = Enum.GetValues<CaseRelation>();

    private readonly Dictionary<CaseRelation, string> _cases = [];
    private readonly Dictionary<(CaseRelation, string), string> _tokens = [];
    private readonly string _tag = Guid.NewGuid().ToString("N");

    /// <summary>The case to which this person is this.</summary>
    public string CaseOf(CaseRelation relation) => _cases[relation];

    public string SubjectOf(CaseRelation relation) => $"{relation} of a case {_tag}";

    /// <summary>A token of who is this to a case, with a role; of a municipality only where that is the relation.</summary>
    public string TokenOf(CaseRelation relation, string role)
    {
        if (!_tokens.TryGetValue((relation, role), out var token))
        {
            var municipality = relation == CaseRelation.Municipality ? Municipality : null;
            _tokens[(relation, role)] = token = TestTokens.Create(new TestToken { Subject = SubjectOf(relation), Roles = [role], Municipality = municipality });
        }

        return token;
    }

    /// <summary>A token of the same person that is limited to a municipality.</summary>
    public string LimitedTokenOf(CaseRelation relation, string role, string municipality) =>
        TestTokens.Create(new TestToken { Subject = SubjectOf(relation), Roles = [role], Municipality = municipality });

    public async Task CreateAsync()
    {
        foreach (var relation in All)
            _cases.Add(relation, await CreateAsync(relation, SubjectOf(relation)));
    }

    private async Task<string> CreateAsync(CaseRelation relation, string subject)
    {
        switch (relation)
        {
            case CaseRelation.Intake:
                return (await host.Guide.RegisterCaseAsync(Requests.Register(Municipality))).Case.Id;
            case CaseRelation.Registrar:
                var own = (await host.As(Roles.ProcessGuide, subject: subject).RegisterCaseAsync(Requests.Register(Municipality))).Case.Id;
                await host.Chair.TriageCaseAsync(Requests.Accept(own));
                return own;
            case CaseRelation.Chair:
                var taken = (await host.Guide.RegisterCaseAsync(Requests.Register(Municipality))).Case.Id;
                await host.As(Roles.TableChair, subject: subject).TriageCaseAsync(Requests.Accept(taken));
                return taken;
        }

        var id = (await host.CaseInAsync(CaseState.Accepted, Municipality)).Id;
        switch (relation)
        {
            case CaseRelation.Lead:
                await host.FollowUpAs(Roles.TableChair).AssignLeadAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id, Lead = subject });
                break;
            case CaseRelation.Guide:
                await host.Capacity().AssignGuideAsync(Staff.Assign(id, (await StaffAsync(StaffKind.Guide, subject)).Id));
                break;
            case CaseRelation.CareBroker:
                await host.Capacity().AssignCareBrokerAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id, CareBrokerId = (await StaffAsync(StaffKind.CareBroker, subject)).Id });
                break;
            case CaseRelation.Member or CaseRelation.Guest:
                await InviteAsync(id, subject, relation == CaseRelation.Member ? ParticipantRelation.Member : ParticipantRelation.Guest);
                break;
        }

        return id;
    }

    private async Task InviteAsync(string id, string subject, ParticipantRelation relation)
    {
        var sitting = (await host.Sittings().PlanSittingAsync(Diary.Plan())).Sitting.Id;
        await host.Sittings().InviteParticipantAsync(Diary.Invite(sitting, subject, relation));
        await host.Chair.ScheduleCaseAsync(Diary.Schedule(id, sitting));
    }

    private async Task<StaffMember> StaffAsync(StaffKind kind, string subject) =>
        (await host.Capacity().RecordStaffMemberAsync(new(Staff.Member(kind)) { Subject = subject })).Member;
}
