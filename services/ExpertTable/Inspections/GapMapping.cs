using Google.Protobuf.WellKnownTypes;
using Regio.ExpertTable.Cases;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.ExpertTable.Inspections;

/// <summary>From gaps to their messages.</summary>
internal static class GapMapping
{
    /// <summary>The whole of it.</summary>
    public static V1.InspectionGap ToProto(this InspectionGap gap, DateOnly today)
    {
        var message = gap.ToOutline(today);
        message.Plans.Clear();
        message.Plans.AddRange(gap.Plans.Select(ToProto));
        message.Proofs.AddRange(gap.Proofs.Select(proof => new V1.GapProof
        {
            Title = proof.Title, Sha256 = proof.Sha256, DocumentDate = proof.DocumentOn.ToProto(), RecordedBy = proof.RecordedBy, RecordTime = proof.RecordedAt.ToTimestamp(),
        }));
        message.Judgements.AddRange(gap.Judgements.Select(judgement => new V1.GapJudgement
        {
            Number = judgement.Number,
            JudgedDate = judgement.JudgedOn.ToProto(),
            Accepted = judgement.Accepted,
            Explanation = judgement.Explanation,
            RecordedBy = judgement.RecordedBy,
            RecordTime = judgement.RecordedAt.ToTimestamp(),
        }));
        return message;
    }

    /// <summary>What a list shows: of the plans the one that holds.</summary>
    public static V1.InspectionGap ToOutline(this InspectionGap gap, DateOnly today)
    {
        var message = new V1.InspectionGap
        {
            Id = gap.Id.ToString("D"),
            Subject = gap.Subject.ToProto<V1.GapSubject>(),
            Source = new() { Title = gap.Source.Title, Place = gap.Source.Place },
            ReportedDate = gap.ReportedOn.ToProto(),
            Wanted = gap.Wanted,
            State = gap.State.ToProto<V1.GapState>(),
            PlanDueDate = gap.PlanDueOn.ToProto(),
            ProofCount = gap.ProofCount,
            Overdue = gap.IsOverdue(today),
            Etag = Etag.Of(gap.Version),
        };
        if (gap.Plans.Count > 0)
            message.Plans.Add(gap.Plans[^1].ToProto());
        return message;
    }

    private static V1.GapPlan ToProto(this GapPlan plan) => new()
    {
        Number = plan.Number,
        PlannedDate = plan.PlannedOn.ToProto(),
        Text = plan.Text,
        Owner = plan.Owner,
        DueDate = plan.DueOn.ToProto(),
        RecordedBy = plan.RecordedBy,
        RecordTime = plan.RecordedAt.ToTimestamp(),
    };
}
