using static Regio.Reporting.Tests.Projection.Samples.SampleEvents;

namespace Regio.Reporting.Tests.Projection.Samples;

internal sealed class RoundSamples : ISampleEvents
{
    public IEnumerable<object> Events =>
    [
        DecisionRounds.Vision with { RoundId = First, AggregateVersion = 2 },
        DecisionRounds.Vision with { RoundId = First, AggregateVersion = 3, State = "adopted", Remarks = [], FollowUps = [], Bodies = [DecisionRounds.Vision.Bodies[0]] },
    ];
}
