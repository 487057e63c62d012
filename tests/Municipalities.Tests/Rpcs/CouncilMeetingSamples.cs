using Regio.Municipalities.Tests.CouncilMeetings;
using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.V1;
using Regio.Testing.Rpcs;

namespace Regio.Municipalities.Tests.Rpcs;

/// <summary>Right requests about meetings of the councils and their questions, for the table over all rpcs.</summary>
internal sealed class CouncilMeetingSamples(MunicipalitiesHost host) : ISampleRequests
{
    private readonly CouncilMeetingWays _ways = new(host);

    public void AddTo(Samples samples) => samples
        .Add(() => CouncilMeetingWays.Planning())
        .Add(async () => CouncilMeetingWays.Replying(await _ways.PlanAsync(), "GM0106", 3))
        .Add(async () => new RecordCouncilMeetingRequest
        {
            MeetingId = await _ways.PlanAsync(), HeldDate = RoundWays.Past, Attendances = { new Attendance { MunicipalityId = "GM0106", People = 3 } },
        })
        .Add(async () => CouncilMeetingWays.Moving(await _ways.PlanAsync()))
        .Add(async () => CouncilMeetingWays.Sending(await _ways.PlanAsync(), "GM0106"))
        .Add(async () => new CancelCouncilMeetingRequest { MeetingId = await _ways.PlanAsync(), Reason = "Te weinig aanmeldingen" })
        .Add(async () => new GetCouncilMeetingRequest { Id = await _ways.PlanAsync() })
        .Add(() => new ListCouncilMeetingsRequest { RegionId = "JHRD" })
        .Add(async () => new GetInvitationRequest { MeetingId = await _ways.PlanAsync(), MunicipalityId = "GM0106" })
        .Add(async () => CouncilMeetingWays.Asking(meeting: await _ways.PlanAsync()))
        .Add(async () => new JoinQuestionRequest { QuestionId = await _ways.AskAsync(), MunicipalityId = "GM1730", AskedDate = RoundWays.Past })
        .Add(async () => CouncilMeetingWays.Answering(await _ways.AskAsync()))
        .Add(async () => new GetQuestionRequest { Id = await _ways.AskAsync() })
        .Add(() => new ListQuestionsRequest { RegionId = "JHRD", MeetingId = RoundWays.NewId(), MunicipalityId = "GM0106" });
}
