using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.V1;
using Regio.Testing.Rpcs;

namespace Regio.Municipalities.Tests.Rpcs;

/// <summary>Right requests about the responsibility map, for the table over all rpcs.</summary>
internal sealed class ResponsibilitySamples(MunicipalitiesHost host) : ISampleRequests
{
    public void AddTo(Samples samples) => samples
        .Add(Topic)
        .Add(async () => Recording(await TopicAsync()))
        .Add(async () => new EndResponsibilityRequest { Id = await RecordedAsync(), EndDate = RoundWays.Later })
        .Add(() => new ListResponsibilitiesRequest { RegionId = "JHRD" });

    private static RegisterTopicRequest Topic() =>
        new() { RequestId = GeneratedRequest.NewId(), Topic = new() { RegionId = "JHRD", Code = $"t-{Guid.NewGuid():N}", Title = "Wachttijden" } };

    private static RecordResponsibilityRequest Recording(string topic) => new()
    {
        RequestId = GeneratedRequest.NewId(),
        Responsibility = new()
        {
            TopicId = topic,
            BodyId = "JHRD:ABO",
            Scale = ResponsibilityScale.YouthCareRegion,
            Role = ResponsibilityRole.Decides,
            Period = new() { StartDate = RoundWays.Past },
            Source = new() { Title = "Overeenkomst" },
        },
    };

    private async Task<string> TopicAsync() => (await host.Responsibilities.RegisterTopicAsync(Topic())).Topic.Id;

    private async Task<string> RecordedAsync() => (await host.Responsibilities.RecordResponsibilityAsync(Recording(await TopicAsync()))).Responsibility.Id;
}
