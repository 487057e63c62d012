using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.ExpertTable.Tests.Sittings;

/// <summary>A process of an earlier version, which knew the days of sittings alone, may still run beside this one.</summary>
public sealed class SittingDayTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    [Theory]
    [InlineData(CaseState.Accepted)]
    [InlineData(CaseState.Scheduled)]
    public async Task A_day_that_is_written_alone_brings_its_sitting(CaseState state)
    {
        var id = (await host.CaseInAsync(state)).Id;

        await host.Database.ExecuteAsync($"update case_file set sitting_date = '2031-05-06' where id = '{id}'");

        Assert.Equal(1, await host.CountAsync($"select count(*) from case_file join sitting on sitting.id = sitting_id and day = sitting_date and label = '' where case_file.id = '{id}' and day = '2031-05-06'"));
        Assert.Equal(new DateOnly(2031, 5, 6), (await host.ReadAsync(id)).SittingDate.ToDateOnly());
    }

    [Fact]
    public async Task A_day_that_is_taken_away_alone_takes_its_sitting_along()
    {
        var id = (await host.CaseInAsync(CaseState.Scheduled)).Id;

        await host.Database.ExecuteAsync($"update case_file set sitting_date = null where id = '{id}'");

        Assert.Equal(1, await host.CountAsync($"select count(*) from case_file where id = '{id}' and sitting_id is null"));
    }
}
