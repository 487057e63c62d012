using Google.Protobuf.WellKnownTypes;
using Regio.ExpertTable.Cases;
using Regio.ServiceDefaults.Grpc;

namespace Regio.ExpertTable.Consultations;

/// <summary>From consultations to their messages and events.</summary>
internal static class ConsultationMapping
{
    public static V1.Consultation ToProto(this Consultation consultation, ConsultationTexts? texts = null)
    {
        var message = new V1.Consultation
        {
            Id = consultation.Id.ToString("D"),
            HeldDate = consultation.HeldOn.ToProto(),
            Asker = consultation.Asker.ToProto<V1.ConsultationAsker>(),
            Outcome = consultation.Outcome.ToProto<V1.ConsultationOutcome>(),
            Minutes = consultation.Minutes,
            Question = texts?.Question ?? "",
            Answer = texts?.Answer ?? "",
            RecordedBy = consultation.RecordedBy,
            RecordTime = consultation.RecordedAt.ToTimestamp(),
            DestroyedDate = consultation.DestroyedOn?.ToProto(),
        };
        message.Bottlenecks.AddRange(consultation.Bottlenecks.Select(b => b.ToProto<V1.Bottleneck>()));
        return message;
    }

    public static Messages.ExpertTable.V1.ConsultationHeld ToEvent(this Consultation consultation) => new()
    {
        ConsultationId = consultation.Id,
        AggregateVersion = 1,
        OccurredAt = consultation.RecordedAt,
        HeldOn = consultation.HeldOn,
        Asker = Codes.Of(consultation.Asker),
        Outcome = Codes.Of(consultation.Outcome),
        Bottlenecks = [.. consultation.Bottlenecks.Select(Codes.Of)],
    };
}
