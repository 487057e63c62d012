using Grpc.Net.Client;
using Regio.Cli.Calls;
using Regio.Common.V1;
using Regio.Municipalities.V1;

namespace Regio.Cli.Demo;

/// <summary>Who is in the region, and who bought care with whom on a date.</summary>
internal sealed class RegisterSteps(Caller caller, GrpcChannel channel, Journal journal, TimeProvider time)
{
    private const string Role = "regiomanager";

    private readonly MunicipalityService.MunicipalityServiceClient _register = new(channel);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await MunicipalitiesOfTodayAsync(cancellationToken);
        await BuyingTogetherAsync(cancellationToken);
    }

    private async Task MunicipalitiesOfTodayAsync(CancellationToken cancellationToken)
    {
        var today = time.GetLocalNow();
        journal.Begin($"The municipalities of Drenthe on {today:yyyy-MM-dd}");
        var answer = await caller.AskAsync(
            Role,
            options => _register.ListMunicipalitiesAsync(
                new ListMunicipalitiesRequest { RegionId = "PV22", AsOf = Day(today.Year, today.Month, today.Day) }, options),
            cancellationToken);

        var municipalities = answer.Value.Municipalities;
        journal.Rows([.. municipalities.Select(municipality =>
            (municipality.Id, municipality.Name, $"{Output.Count(municipality.YouthCount?.Persons ?? 0)} young people"))]);
        var youth = municipalities.Sum(municipality => municipality.YouthCount?.Persons ?? 0);
        journal.Tell($"together {Output.Count(youth)} young people");
        journal.Trace(answer.TraceId);
        Expect.Same(PublishedFigures.Municipalities, municipalities.Count, "the number of municipalities");
        Expect.Same(PublishedFigures.Youth, youth, "the number of young people in Drenthe");
    }

    private async Task BuyingTogetherAsync(CancellationToken cancellationToken)
    {
        journal.Begin("Who bought care together: on 2016-07-01, and on 2017-01-01");
        var before = await GroupsAsync(Day(2016, 7, 1), "2016-07-01", cancellationToken);
        var after = await GroupsAsync(Day(2017, 1, 1), "2017-01-01", cancellationToken);
        Expect.That(before.SequenceEqual([PublishedFigures.Municipalities]), "all twelve bought together in 2016");
        Expect.That(after.Order().SequenceEqual([5, 7]), "five and seven bought together from 2017");
    }

    private async Task<IReadOnlyList<int>> GroupsAsync(Date day, string label, CancellationToken cancellationToken)
    {
        var answer = await caller.AskAsync(
            Role,
            options => _register.ListMembershipsAsync(new ListMembershipsRequest { AsOf = day }, options),
            cancellationToken);
        var groups = answer.Value.Memberships
            .Where(membership => membership.RegionKind == RegionKind.Procurement)
            .GroupBy(membership => membership.RegionId, StringComparer.Ordinal)
            .ToList();
        foreach (var group in groups)
            journal.Tell($"{label}  {group.Key,-14} {group.Count(),2} municipalities: {string.Join(" ", group.Select(member => member.MunicipalityId))}");
        journal.Trace(answer.TraceId);
        return [.. groups.Select(group => group.Count())];
    }

    private static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };
}
