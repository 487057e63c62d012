using Regio.Municipalities.Bodies;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Agreements;

/// <summary>Between agreements and their messages. The numbers of the enums are those of the messages.</summary>
internal static class AgreementMapping
{
    public static V1.Agreement ToProto(this Agreement agreement, DateOnly day) => new()
    {
        Id = agreement.Id.ToString("D"),
        RegionId = agreement.RegionId,
        Kind = (V1.AgreementKind)agreement.Kind,
        Form = (V1.JointArrangementForm)agreement.Form.GetValueOrDefault(),
        Subject = agreement.Subject,
        Reference = agreement.Reference ?? "",
        MunicipalityIds = { agreement.MunicipalityIds },
        OtherParties = { agreement.OtherParties },
        NoticeMonths = agreement.NoticeMonths,
        AlertDays = agreement.AlertDays,
        State = (V1.AgreementState)agreement.StateOn(day),
        SignedDate = agreement.SignedOn?.ToProto(),
        Period = agreement.Validity?.ToProto(),
        ContentHash = agreement.ContentHash,
        NoticeDate = agreement.NoticeOn?.ToProto(),
        TerminationReason = agreement.TerminationReason,
        NoticeTooShort = agreement.NoticeTooShort,
        Addenda = { agreement.Addenda.OrderBy(a => a.Number).Select(ToProto) },
        Obligations = { agreement.Obligations.OrderBy(o => o.Number).Select(ToProto) },
        Source = agreement.Source.ToProto(),
        Etag = Etag.Of(agreement.Version),
    };

    public static V1.Obligation ToProto(this Obligation obligation) => new()
    {
        Number = obligation.Number,
        Text = obligation.Text,
        OwnerBodyId = obligation.OwnerBodyId,
        DueDate = obligation.DueOn.ToProto(),
        DoneDate = obligation.DoneOn?.ToProto(),
        DoneNote = obligation.DoneNote,
    };

    public static AgreementFacts ToDomain(this V1.Agreement asked) => new()
    {
        RegionId = asked.RegionId,
        Kind = (AgreementKind)asked.Kind,
        Form = asked.Form == V1.JointArrangementForm.Unspecified ? null : (JointArrangementForm)asked.Form,
        Subject = asked.Subject.Trim(),
        Reference = asked.Reference.Trim() is { Length: > 0 } reference ? reference : null,
        MunicipalityIds = asked.MunicipalityIds,
        OtherParties = [.. asked.OtherParties.Select(p => p.Trim())],
        NoticeMonths = asked.NoticeMonths,
        AlertDays = asked.AlertDays,
        Source = asked.Source.ToDomain(),
    };

    public static Addendum ToDomain(this V1.Addendum addendum) => new()
    {
        Number = 0,
        Subject = addendum.Subject.Trim(),
        SignedOn = addendum.SignedDate.ToDateOnly(),
        StartsOn = addendum.StartDate.ToDateOnly(),
        NewEndOn = addendum.NewEndDate?.ToDateOnly(),
        ContentHash = addendum.ContentHash,
    };

    private static V1.Addendum ToProto(Addendum addendum) => new()
    {
        Number = addendum.Number,
        Subject = addendum.Subject,
        SignedDate = addendum.SignedOn.ToProto(),
        StartDate = addendum.StartsOn.ToProto(),
        NewEndDate = addendum.NewEndOn?.ToProto(),
        ContentHash = addendum.ContentHash,
    };
}
