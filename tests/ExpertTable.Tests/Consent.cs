using Regio.ExpertTable.V1;

namespace Regio.ExpertTable.Tests;

/// <summary>Requests about consent that are right, for tests to send or to spoil.</summary>
internal static class Consent
{
    public static RecordPartyRequest Party(Case file, ConsentPartyKind kind, string label = "moeder") =>
        new() { RequestId = ExpertTableHost.NewId(), Id = file.Id, SubjectPseudonym = file.SubjectPseudonym, Kind = kind, Label = label };

    public static RecordConsentRequest Says(string id, string party, ConsentAnswer answer, ConsentPurpose purpose = ConsentPurpose.Disclosure) => new()
    {
        RequestId = ExpertTableHost.NewId(),
        Id = id,
        PartyId = party,
        Purpose = purpose,
        Answer = answer,
        Day = ExpertTableHost.Today,
    };

    public static RecordGroundRequest Ground(string id, LegalGround ground, ConsentPurpose purpose = ConsentPurpose.Disclosure) => new()
    {
        RequestId = ExpertTableHost.NewId(),
        Id = id,
        Purpose = purpose,
        Ground = ground,
        Motivation = "De wet draagt dit op.",
        Validity = new() { StartDate = ExpertTableHost.Today },
    };
}
