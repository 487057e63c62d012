using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Rounds.Views;

/// <summary>From formal views to their messages. The numbers of the enums are those of the messages.</summary>
internal static class FormalViewMapping
{
    public static V1.FormalView ToProto(this RoundView view) => new()
    {
        Number = view.Number,
        VersionNumber = view.VersionNumber,
        BodyId = view.BodyId ?? "",
        Party = view.Party,
        PublicComment = view.BodyId is null,
        State = (V1.ViewState)view.State,
        DueDate = view.DueOn == Duty.NoDate ? null : view.DueOn.ToProto(),
        ReceivedDate = view.ReceivedOn?.ToProto(),
        Remarks = { view.Remarks.OrderBy(r => r.Number).Select(ToProto) },
        Flags = { view.Flags },
    };

    private static V1.Remark ToProto(Remark remark) => new()
    {
        Number = remark.Number,
        Text = remark.Text,
        Weighing = (V1.Weighing)remark.Weighing.GetValueOrDefault(),
        Answer = remark.Answer,
        FollowUpNumber = remark.FollowUpNumber ?? 0,
    };
}
