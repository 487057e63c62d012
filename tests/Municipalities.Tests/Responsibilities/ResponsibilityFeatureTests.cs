using Grpc.Core;
using Npgsql;
using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.V1;
using Date = Regio.Common.V1.Date;

namespace Regio.Municipalities.Tests.Responsibilities;

/// <summary>The responsibility map over real gRPC and PostgreSQL.</summary>
public sealed class ResponsibilityFeatureTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    [Fact]
    public async Task The_map_shows_who_does_what_on_a_day_with_gaps_and_doubles()
    {
        var topic = await TopicAsync();
        var decides = await RecordAsync(topic, "JHRD:ABO", ResponsibilityRole.Decides);
        await RecordAsync(topic, "ZD:ABO", ResponsibilityRole.Decides);
        await host.Responsibilities.EndResponsibilityAsync(new() { RequestId = NewId(), Id = decides.Id, EndDate = Day(2022) });

        var before = await OnAsync(topic, Day(2021));
        Assert.Equal(["JHRD:ABO", "ZD:ABO"], Assert.Single(before.Doubles).BodyIds);
        Assert.Equal([ResponsibilityRole.Executes, ResponsibilityRole.Pays], before.Gaps.Select(g => g.Role));
        var after = await OnAsync(topic, Day(2023));
        Assert.Empty(after.Doubles);
        Assert.Equal("ZD:ABO", Assert.Single(after.Responsibilities).BodyId);
    }

    [Fact]
    public async Task Municipalities_without_somebody_are_named()
    {
        var topic = await TopicAsync();
        await RecordAsync(topic, "GM0106:executive", ResponsibilityRole.Pays, ResponsibilityScale.Local);

        var gap = (await OnAsync(topic, Day(2021))).Gaps.Single(g => g.Role == ResponsibilityRole.Pays);

        Assert.Equal(11, gap.MunicipalityIds.Count);
        Assert.DoesNotContain("GM0106", gap.MunicipalityIds);
    }

    [Fact]
    public async Task Wrong_requests_are_refused_with_the_rule_and_by_the_database()
    {
        var topic = await TopicAsync();
        await RecordAsync(topic, "JHRD:ABO", ResponsibilityRole.Decides);

        await Refusals.IsRefusedAsync("RESPONSIBILITY_RECORDED", StatusCode.FailedPrecondition, () => RecordAsync(topic, "JHRD:ABO", ResponsibilityRole.Decides));
        await Refusals.IsRefusedAsync("TOPIC_REGISTERED", StatusCode.AlreadyExists, async () =>
            await host.Responsibilities.RegisterTopicAsync(new() { RequestId = NewId(), Topic = topic }));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync($"""
            insert into responsibility (id, topic_id, body_id, scale, role, validity, source_title, source_place, recorded_at, recorded_by, version)
            values (gen_random_uuid(), '{topic.Id}', 'JHRD:ABO', 'YouthCareRegion', 'Decides', '[2030-01-01,)', '', '', now(), 'test', 1)
            """));
        Assert.Equal(PostgresErrorCodes.ExclusionViolation, refused.SqlState);
    }

    private static string NewId() => Guid.CreateVersion7().ToString();

    private static Date Day(int year) => new() { Year = year, Month = 1, Day = 1 };

    private async Task<ResponsibilityTopic> TopicAsync() => (await host.Responsibilities.RegisterTopicAsync(
        new() { RequestId = NewId(), Topic = new() { RegionId = "JHRD", Code = $"t-{Guid.NewGuid():N}", Title = "Wachttijden" } })).Topic;

    private async Task<Responsibility> RecordAsync(
        ResponsibilityTopic topic, string body, ResponsibilityRole role, ResponsibilityScale scale = ResponsibilityScale.YouthCareRegion) =>
        (await host.Responsibilities.RecordResponsibilityAsync(new()
        {
            RequestId = NewId(),
            Responsibility = new() { TopicId = topic.Id, BodyId = body, Scale = scale, Role = role, Period = new() { StartDate = Day(2020) }, Source = new() { Title = "Overeenkomst" } },
        })).Responsibility;

    private async Task<TopicResponsibilities> OnAsync(ResponsibilityTopic topic, Date day)
    {
        var request = new ListResponsibilitiesRequest { RegionId = "JHRD", AsOf = day, FindingsOnly = true, PageSize = 1 };
        while (true)
        {
            var page = await host.Responsibilities.ListResponsibilitiesAsync(request);
            if (page.Topics.Single() is var found && found.Topic.Id == topic.Id)
                return found;
            request.PageToken = page.NextPageToken;
        }
    }
}
