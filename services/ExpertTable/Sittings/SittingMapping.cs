using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.ExpertTable.Sittings;

/// <summary>Between sittings and their messages.</summary>
internal static class SittingMapping
{
    public static V1.Sitting ToProto(this Sitting sitting) => new()
    {
        Id = sitting.Id.ToString("D"),
        SittingDate = sitting.Day.ToProto(),
        Label = sitting.Label,
        Participants = { sitting.Invited.Select(ToProto) },
        Etag = Etag.Of(sitting.Version),
    };

    public static Invitation ToDomain(this V1.Participant participant) =>
        new(participant.Subject.Trim(), participant.Relation.ToDomain<ParticipantRelation>()!.Value, participant.Organisation.Trim());

    private static V1.Participant ToProto(Participant participant) => new()
    {
        Subject = participant.Subject,
        Relation = participant.Relation.ToProto<V1.ParticipantRelation>(),
        Organisation = participant.Organisation,
        InviteTime = participant.InvitedAt.ToProto(),
    };
}

internal sealed class ParticipantValidator : AbstractValidator<V1.Participant>
{
    public ParticipantValidator()
    {
        RuleFor(p => p.Subject).IsLine(CaseFieldRules.MostLineCharacters);
        RuleFor(p => p.Relation).Must(r => r.ToDomain<ParticipantRelation>() is not null).WithMessage("Say what they are to the cases: member or guest.");
        RuleFor(p => p.Organisation).IsLineOrEmpty(CaseFieldRules.MostLineCharacters);
    }
}
