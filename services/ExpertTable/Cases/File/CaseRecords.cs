using System.Globalization;
using Regio.ExpertTable.Deciders;
using Regio.ServiceDefaults.Grpc;

namespace Regio.ExpertTable.Cases;

/// <summary>From entries of a file to the list of acts on a case.</summary>
internal static class CaseRecords
{
    /// <summary>The act that an entry tells of; null for those that have a field of their own in the case.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="texts">Whether the words are shown; the act itself and its codes always are.</param>
    public static V1.CaseRecord? Of(WrittenEntry entry, bool texts)
    {
        var record = Of(entry);
        if (record is not null && !texts)
            record.Text = "";
        return record;
    }

    private static V1.CaseRecord? Of(WrittenEntry entry) => entry.Content switch
    {
        HelpDeployed help => Record(entry, V1.CaseRecordKind.HelpDeployed, help.Help, help.Institution),
        GotStuck stuck => Record(entry, V1.CaseRecordKind.GotStuck, stuck.Reason, [.. stuck.Bottlenecks.Select(b => Codes.Of(b))]),
        Resumed resumed => Record(entry, V1.CaseRecordKind.Resumed, resumed.Reason),
        TakenFurther further => Record(entry, V1.CaseRecordKind.TakenFurther, further.Question, [Codes.Of(further.Target), .. CourtOrderOf(further)]),
        CameBack back => Record(entry, V1.CaseRecordKind.CameBack, back.Answer),
        BroughtBack back => Record(entry, V1.CaseRecordKind.BroughtBack, back.Reason),
        EvaluationRecorded evaluation => Record(entry, V1.CaseRecordKind.EvaluationRecorded, evaluation.Text),
        ClosedUnevaluated closed => Record(entry, V1.CaseRecordKind.ClosedUnevaluated, closed.Reason),
        OpenedAgain opened => Record(entry, V1.CaseRecordKind.OpenedAgain, opened.Reason),
        AnalysisShared shared => Record(entry, V1.CaseRecordKind.AnalysisShared, "", shared.Number.ToString(CultureInfo.InvariantCulture)),
        TextCheckOverridden overridden => Record(entry, V1.CaseRecordKind.TextCheckOverridden, overridden.Reason, [.. overridden.Kinds.Select(k => Codes.Of(k))]),
        ChairAssigned chair => Record(entry, V1.CaseRecordKind.ChairAssigned, "", chair.Chair),
        LeadAssigned lead => Record(entry, V1.CaseRecordKind.LeadAssigned, "", lead.Lead),
        LeadEnded lead => Record(entry, V1.CaseRecordKind.LeadEnded, "", lead.Lead),
        ClockStopped stopped => Record(entry, V1.CaseRecordKind.ClockStopped, "", Codes.Of(stopped.Reason)),
        ClockResumed => Record(entry, V1.CaseRecordKind.ClockResumed, ""),
        GuideAssigned guide => Record(entry, V1.CaseRecordKind.GuideAssigned, guide.OverrideReason, guide.GuideId.ToString("D")),
        GuideEnded guide => Record(entry, V1.CaseRecordKind.GuideEnded, guide.Reason, guide.GuideId.ToString("D")),
        WaitsForGuide => Record(entry, V1.CaseRecordKind.WaitsForGuide, ""),
        CareBrokerAssigned broker => Record(entry, V1.CaseRecordKind.CareBrokerAssigned, "", broker.CareBrokerId.ToString("D")),
        PartyRecorded party => Record(entry, V1.CaseRecordKind.PartyRecorded, party.Label, Codes.Of(party.Kind), party.PartyId.ToString("D")),
        ConsentRecorded said => Record(entry, V1.CaseRecordKind.ConsentRecorded, "", Codes.Of(said.Purpose), Codes.Of(said.Answer), said.PartyId.ToString("D")),
        GroundRecorded ground => Record(entry, V1.CaseRecordKind.GroundRecorded, ground.Motivation, Codes.Of(ground.Purpose), Codes.Of(ground.Ground)),
        LegalHoldSet hold => Record(entry, V1.CaseRecordKind.LegalHoldSet, hold.Reason),
        LegalHoldLifted hold => Record(entry, V1.CaseRecordKind.LegalHoldLifted, hold.Reason),
        HandedOver over => Record(
            entry, V1.CaseRecordKind.HandedOver, over.Reason, over.FromMunicipalityId, over.ToMunicipalityId, over.ResponsibleFrom.ToString("O", CultureInfo.InvariantCulture)),
        GlassBroken broken => Record(entry, V1.CaseRecordKind.GlassBroken, broken.Reason),
        _ => null,
    };

    private static IEnumerable<string> CourtOrderOf(TakenFurther further) =>
        further.CourtOrderReference is { } reference ? [reference] : [];

    private static V1.CaseRecord Record(WrittenEntry entry, V1.CaseRecordKind kind, string text, params string[] codes) => new()
    {
        Kind = kind,
        Round = entry.Round,
        Author = entry.By,
        CreateTime = entry.At.ToProto(),
        Text = text,
        Codes = { codes },
        EntryNumber = entry.Number,
    };
}
