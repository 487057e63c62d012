using Google.Protobuf.Collections;
using Regio.Municipalities.Funds;
using Regio.Municipalities.Mandates;
using Regio.Municipalities.Rounds;
using Regio.Municipalities.Rounds.Decisions;
using Regio.Municipalities.Rounds.Status;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Handover;

/// <summary>From what concerns a municipality to the hand-over file as a message.</summary>
internal static class HandoverMapping
{
    public static V1.HandoverFile ToProto(this HandoverContent content)
    {
        var file = new V1.HandoverFile
        {
            MunicipalityId = content.Municipality.Id,
            MunicipalityName = content.Municipality.Name,
            RegionIds = { content.RegionIds },
            Date = content.Day.ToProto(),
        };
        file.Fill(f => f.Decided, "decided", content.Decided.Select(r => ToProto(content, r)), content.Rounds.Count);
        file.Fill(f => f.Open, "open", content.Open.Select(r => ToProto(content, r)), content.Rounds.Count);
        file.Fill(f => f.Owed, "owed", content.Owed.Select(o => o.Duty.ToProto(o.Round.Id, o.Round.Subject, content.Day)), content.Rounds.Count);
        file.Fill(f => f.Obligations, "obligations", content.Obligations.Select(o => ToProto(content, o)), content.Agreements.Count);
        file.Fill(f => f.Funds, "funds", content.LivingFunds.Select(f => f.ToOutline(content.Day)), content.Funds.Count);
        file.Fill(f => f.Pledges, "pledges", content.Pledges.Select(ToProto), content.Rounds.Count);
        file.Fill(f => f.ActsToRatify, "acts_to_ratify", content.ToRatify.Select(ToProto), content.Acts.Count);
        file.Fill(f => f.Dates, "dates", content.Days.Select(ToProto), read: 0);
        return file;
    }

    // A section is cut where it has too many items itself, and where too much was there to read it from.
    private static void Fill<T>(this V1.HandoverFile file, Func<V1.HandoverFile, RepeatedField<T>> section, string name, IEnumerable<T> items, int read)
    {
        var taken = items.Take(HandoverReader.Most + 1).ToList();
        section(file).AddRange(taken.Take(HandoverReader.Most));
        if (taken.Count > HandoverReader.Most || read == HandoverReader.Most)
            file.Shortened.Add(name);
    }

    private static V1.HandoverRound ToProto(HandoverContent content, Round round) => new()
    {
        RoundId = round.Id.ToString("D"),
        Subject = round.Subject,
        State = (V1.RoundState)round.State,
        Summary = RoundSummary.Of(round),
        OwnDecisions = { round.Decisions.Where(d => content.IsOwn(d.BodyId)).OrderBy(d => d.Number).Select(d => d.ToProto()) },
    };

    private static V1.HandoverObligation ToProto(HandoverContent content, OwedObligation owed) => new()
    {
        AgreementId = owed.Agreement.Id.ToString("D"),
        Subject = owed.Agreement.Subject,
        Number = owed.Obligation.Number,
        Text = owed.Obligation.Text,
        OwnerBodyId = owed.Obligation.OwnerBodyId,
        Own = content.IsOwn(owed.Obligation.OwnerBodyId),
        DueDate = owed.Obligation.DueOn.ToProto(),
        Overdue = owed.Obligation.DueOn < content.Day,
    };

    private static V1.HandoverPledge ToProto(RoundPledge pledge) => new()
    {
        RoundId = pledge.Round.Id.ToString("D"),
        Subject = pledge.Round.Subject,
        FollowUp = pledge.FollowUp.ToProto(),
    };

    private static V1.HandoverAct ToProto(MandatedAct act) => new()
    {
        ActId = act.Id.ToString("D"),
        Subject = act.Subject,
        Mandated = act.Mandated,
        RatifyBy = act.RatifyBy?.ToProto(),
    };

    private static V1.HandoverDate ToProto(HandoverDay day) => new() { Date = day.Day.ToProto(), Text = day.Text, Name = day.Name };
}
