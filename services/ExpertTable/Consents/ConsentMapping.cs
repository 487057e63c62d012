using Regio.ExpertTable.Cases;
using Regio.ServiceDefaults.Grpc;

namespace Regio.ExpertTable.Consents;

/// <summary>From what carries a purpose to its message.</summary>
internal static class ConsentMapping
{
    public static V1.PurposeGround ToProto(this PurposeView view) => new()
    {
        Purpose = view.Purpose.ToProto<V1.ConsentPurpose>(),
        Ground = view.Ground?.ToProto<V1.LegalGround>() ?? V1.LegalGround.Unspecified,
        Standings = { view.Standings.Select(ToProto) },
        OtherGrounds = { view.Others.Select(g => g.ToProto<V1.LegalGround>()) },
    };

    private static V1.ConsentStanding ToProto(ConsentView view) => new()
    {
        Party = new()
        {
            Id = view.Party.PartyId.ToString("D"),
            SubjectPseudonym = view.Party.Child.ToString("D"),
            Kind = view.Party.Kind.ToProto<V1.ConsentPartyKind>(),
            Label = view.Party.Label,
        },
        Required = view.IsRequired,
        Answer = view.Said?.Answer.ToProto<V1.ConsentAnswer>() ?? V1.ConsentAnswer.Unspecified,
        Day = view.Said?.Day.ToProto(),
    };
}
