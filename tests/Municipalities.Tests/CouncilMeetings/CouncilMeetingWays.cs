using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.Tests.Rpcs;
using Regio.Municipalities.V1;
using Regio.Testing.Rpcs;
using Date = Regio.Common.V1.Date;

namespace Regio.Municipalities.Tests.CouncilMeetings;

/// <summary>Ways to have a meeting of the councils or a question in the state that a test needs.</summary>
internal sealed class CouncilMeetingWays(MunicipalitiesHost host)
{
    public static PlanCouncilMeetingRequest Planning(Date? day = null) => new()
    {
        RequestId = GeneratedRequest.NewId(),
        Meeting = new() { RegionId = "JHRD", Subject = "Regiovisie", Programme = "Gesprek in groepen.", PlannedDate = day ?? RoundWays.Past, ReplyDueDate = RoundWays.Past },
    };

    public static AskQuestionRequest Asking(string municipality = "GM0106", string meeting = "", Date? due = null) => new()
    {
        RequestId = GeneratedRequest.NewId(),
        Question = new() { RegionId = "JHRD", MeetingId = meeting, Subject = "Wachttijden", Text = "Hoe lang wachten kinderen uit onze gemeente?", DueDate = due ?? RoundWays.Past },
        MunicipalityId = municipality,
        AskedDate = RoundWays.Past,
    };

    public static AnswerQuestionRequest Answering(string question, string correction = "") => new()
    {
        RequestId = GeneratedRequest.NewId(), QuestionId = question, Text = "Gemiddeld acht weken.", AnsweredDate = RoundWays.Past, CorrectionReason = correction,
    };

    public static RecordInvitationReplyRequest Replying(string meeting, string municipality, int people) => new()
    {
        RequestId = GeneratedRequest.NewId(),
        MeetingId = meeting,
        Reply = new() { MunicipalityId = municipality, Coming = people > 0, People = people, ReceivedDate = RoundWays.Past },
    };

    public static MoveCouncilMeetingRequest Moving(string meeting) => new()
    {
        RequestId = GeneratedRequest.NewId(),
        MeetingId = meeting,
        PlannedDate = new() { Year = 2099, Month = 3, Day = 1 },
        ReplyDueDate = RoundWays.Later,
        Reason = "De zaal is bezet.",
    };

    public static RecordInvitationsSentRequest Sending(string meeting, params string[] municipalities) => new()
    {
        RequestId = GeneratedRequest.NewId(),
        MeetingId = meeting,
        SentDate = RoundWays.Past,
        Sendings = { municipalities.Select(m => new InvitationSending { MunicipalityId = m, Recipient = $"griffie {m}" }) },
    };

    public async Task<string> PlanAsync(Date? day = null) => (await host.CouncilMeetings.PlanCouncilMeetingAsync(Planning(day))).Meeting.Id;

    public async Task<string> AskAsync(string meeting = "") => (await host.CouncilMeetings.AskQuestionAsync(Asking(meeting: meeting))).Question.Id;
}
