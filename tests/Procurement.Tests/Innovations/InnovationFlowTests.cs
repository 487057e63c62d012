using Grpc.Core;
using Npgsql;
using Regio.Common.V1;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.Tests.Worklist;
using Regio.Procurement.V1;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Innovations;

/// <summary>An innovation from idea to what became of it, what is due on it, and what the database keeps.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class InnovationFlowTests(ProcurementHost host)
{
    private readonly InnovationDrafts _drafts = new(host);
    private readonly Watch _watch = new(host);

    [Fact]
    public async Task An_idea_becomes_a_pilot_after_procurement_was_asked_and_is_bought_with_what_came_of_it()
    {
        var idea = await _drafts.IdeaAsync();
        var early = await Refused.ByAsync(async () => await _drafts.Rpcs.DecideInnovationAsync(InnovationDrafts.Pilot(idea.Id)));
        await _drafts.Rpcs.RecordProcurementViewAsync(InnovationDrafts.View(idea.Id));
        await _drafts.Rpcs.DecideInnovationAsync(InnovationDrafts.Pilot(idea.Id));

        var bought = (await _drafts.Rpcs.DecideInnovationAsync(InnovationDrafts.End(idea.Id, InnovationStage.Bought))).Innovation;

        Assert.Equal((StatusCode.FailedPrecondition, "INNOVATION_PROCUREMENT_NOT_ASKED"), (early.Code, early.Reason));
        Assert.Equal((InnovationStage.Bought, Day(2025, 2, 3), null), (bought.Stage, bought.ProcurementViewDate, bought.DueDate));
        Assert.Equal(
            [(1, InnovationStage.Pilot, ""), (2, InnovationStage.Bought, "Zes jongeren wonen er")],
            bought.Decisions.Select(decision => (decision.Number, decision.Stage, decision.Result)));
        Assert.Equal(bought, (await _drafts.Rpcs.GetInnovationAsync(new() { Id = idea.Id })).Innovation);
        Assert.Equal(4L, await host.Database.ScalarAsync<long>(
            $"select count(*) from outbox_message where lane = '{idea.Id}' and message_type like '%.InnovationChanged,%'"));
    }

    [Fact]
    public async Task The_next_decision_is_a_clock_until_the_end()
    {
        var idea = await _drafts.IdeaAsync();
        Assert.Equal((Day(2025, 4, 1), "JHRD: Kleinschalig wonen"), await ClockAsync(idea.Id, Day(2025, 3, 1)));
        await _drafts.Rpcs.RecordProcurementViewAsync(InnovationDrafts.View(idea.Id));
        await _drafts.Rpcs.DecideInnovationAsync(InnovationDrafts.Pilot(idea.Id));
        Assert.Equal((Day(2026, 3, 2), "JHRD: Kleinschalig wonen"), await ClockAsync(idea.Id, Day(2026, 1, 5)));

        await _drafts.Rpcs.DecideInnovationAsync(InnovationDrafts.End(idea.Id, InnovationStage.Stopped));

        Assert.Empty(await _watch.OnAsync(Day(2026, 3, 1), subject: idea.Id));
    }

    [Fact]
    public async Task Of_two_decisions_on_the_same_version_one_is_refused()
    {
        var pilot = await _drafts.PilotAsync();
        var (stop, buy) = (InnovationDrafts.End(pilot.Id, InnovationStage.Stopped), InnovationDrafts.End(pilot.Id, InnovationStage.Bought));
        (stop.Etag, buy.Etag) = (pilot.Etag, pilot.Etag);
        await _drafts.Rpcs.DecideInnovationAsync(stop);

        var late = await Refused.ByAsync(async () => await _drafts.Rpcs.DecideInnovationAsync(buy));

        Assert.Equal((StatusCode.Aborted, "ETAG_MISMATCH"), (late.Code, late.Reason));
    }

    [Fact]
    public async Task A_stage_and_an_owner_are_listed_newest_first_page_by_page()
    {
        var (first, second, idea) = (await _drafts.PilotAsync(), await _drafts.PilotAsync(), await _drafts.IdeaAsync("GM0114"));

        var page = await _drafts.Rpcs.ListInnovationsAsync(new() { OwnerId = "JHRD", Stage = InnovationStage.Pilot, PageSize = 1 });
        var next = await _drafts.Rpcs.ListInnovationsAsync(new() { OwnerId = "JHRD", Stage = InnovationStage.Pilot, PageSize = 1, PageToken = page.NextPageToken });

        Assert.Equal((second, first), (Assert.Single(page.Innovations), Assert.Single(next.Innovations)));
        Assert.Equal(idea.Id, (await _drafts.Rpcs.ListInnovationsAsync(new() { OwnerId = "GM0114" })).Innovations[0].Id);
    }

    [Theory]
    [InlineData("update innovation_decision set reason = 'anders' where innovation_id = $1", PostgresErrorCodes.RestrictViolation)]
    [InlineData("delete from innovation_decision where innovation_id = $1", PostgresErrorCodes.RestrictViolation)]
    [InlineData("update innovation set procurement_viewed_on = null, procurement_view = '' where id = $1", PostgresErrorCodes.CheckViolation)]
    [InlineData("update innovation set stage = 'Bought' where id = $1", PostgresErrorCodes.CheckViolation)]
    [InlineData("update innovation set due_on = null where id = $1", PostgresErrorCodes.CheckViolation)]
    public async Task The_database_keeps_decisions_and_refuses_a_pilot_that_cannot_be(string statement, string error)
    {
        var pilot = await _drafts.PilotAsync();
        await using var database = NpgsqlDataSource.Create(host.Database.ConnectionString);
        await using var command = database.CreateCommand(statement);
        command.Parameters.AddWithValue(Guid.Parse(pilot.Id));

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));

        Assert.Equal(error, refused.SqlState);
    }

    private async Task<(Date Due, string Subject)> ClockAsync(string id, Date day) =>
        Assert.Single(await _watch.OnAsync(day, subject: id)) is { Kind: WorkKind.InnovationDecision } item ? (item.DueDate, item.Subject) : default;
}
