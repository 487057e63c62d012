using Regio.ExpertTable.Tests.Learning;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using Regio.Testing.Rpcs;

namespace Regio.ExpertTable.Tests.Rpcs;

/// <summary>Right requests about the learning calendar, for the table over all rpcs.</summary>
internal sealed class LearningSamples(ExpertTableHost host) : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(() => LearningTests.Plan(ExpertTableHost.Today))
        .Add(async () => LearningTests.Held((await Calendar.PlanLearningMeetingAsync(LearningTests.Plan(ExpertTableHost.Today))).Meeting.Id));

    private LearningService.LearningServiceClient Calendar => new(host.Invoker(TestTokens.For(Roles.TableChair)));
}
