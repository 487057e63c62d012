using Regio.ExpertTable.V1;

namespace Regio.ExpertTable.Tests;

/// <summary>Requests about sittings that are right, for tests to send or to spoil.</summary>
internal static class Diary
{
    public static PlanSittingRequest Plan(params string[] members) => new()
    {
        RequestId = ExpertTableHost.NewId(),
        SittingDate = ExpertTableHost.Today,
        Label = $"tafel {Guid.NewGuid()}",
        Participants = { members.Select(m => Someone(m)) },
    };

    public static Participant Someone(string subject, ParticipantRelation relation = ParticipantRelation.Member) =>
        new() { Subject = subject, Relation = relation, Organisation = "Jeugdbescherming Noord" };

    public static InviteParticipantRequest Invite(string sitting, string subject, ParticipantRelation relation = ParticipantRelation.Member) =>
        new() { RequestId = ExpertTableHost.NewId(), Id = sitting, Participant = Someone(subject, relation) };

    public static WithdrawParticipantRequest Withdraw(string sitting, string subject) =>
        new() { RequestId = ExpertTableHost.NewId(), Id = sitting, Subject = subject };

    public static ScheduleCaseRequest Schedule(string id, string sitting) => new() { RequestId = ExpertTableHost.NewId(), Id = id, SittingId = sitting };
}
