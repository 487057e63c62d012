using Regio.Common.V1;
using Regio.ExpertTable.V1;

namespace Regio.ExpertTable.Tests;

/// <summary>Requests about seeing a file and putting it right that are right, for tests to send or to spoil.</summary>
internal static class Rights
{
    public static RequestRectificationRequest Ask(Case file, long entry = 1, Date? received = null) => new()
    {
        RequestId = ExpertTableHost.NewId(),
        Id = file.Id,
        SubjectPseudonym = file.SubjectPseudonym,
        Applicant = RectificationApplicant.AuthorityHolder,
        EntryNumber = entry,
        ReceivedDate = received ?? ExpertTableHost.Today,
        Text = "Ik ben nooit uit huis geplaatst.",
    };

    public static ExtendRectificationRequest Extend(string id, string rectification) =>
        new() { RequestId = ExpertTableHost.NewId(), Id = id, RectificationId = rectification, Reason = "Wij vragen het na bij de school." };

    public static DecideRectificationRequest Correct(string id, string rectification) => new()
    {
        RequestId = ExpertTableHost.NewId(),
        Id = id,
        RectificationId = rectification,
        Outcome = RectificationState.Corrected,
        Correction = "Het kind woonde de hele tijd thuis.",
    };

    public static DecideRectificationRequest Attach(string id, string rectification) => new()
    {
        RequestId = ExpertTableHost.NewId(),
        Id = id,
        RectificationId = rectification,
        Outcome = RectificationState.StatementAttached,
        Statement = "Ik zie dit anders.",
        Motivation = "Het is het oordeel van de analist en geen feit.",
    };

    public static InspectFileRequest Inspect(Case file, RectificationApplicant applicant = RectificationApplicant.Youth) =>
        new() { Id = file.Id, SubjectPseudonym = file.SubjectPseudonym, Applicant = applicant };
}
