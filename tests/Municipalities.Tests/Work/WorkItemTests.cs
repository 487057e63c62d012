using Regio.Municipalities.Requests;
using Regio.Municipalities.Work;
using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Tests.Work;

public sealed class WorkItemTests
{
    private static readonly DateOnly Raised = new(2024, 3, 12);
    private static readonly DateOnly Due = new(2024, 5, 16);
    private static readonly Moment Now = new("griffie", new DateTimeOffset(2024, 6, 1, 10, 0, 0, TimeSpan.Zero), new DateOnly(2024, 6, 1));

    [Fact]
    public void An_item_is_overdue_from_the_day_after_it_was_due_until_it_is_closed()
    {
        var item = Raise(Facts());
        item.Close(WorkItemState.Done, new DateOnly(2024, 5, 20), "Verstuurd.", openBelow: 0);

        Assert.Equal([false, false, true, true, false], Days(Due.AddDays(-1), Due, Due.AddDays(1), new DateOnly(2024, 5, 19), new DateOnly(2024, 5, 20)).Select(item.IsOverdueOn));
        Assert.Equal([false, true, true, false], Days(Raised.AddDays(-1), Raised, new DateOnly(2024, 5, 19), new DateOnly(2024, 5, 20)).Select(item.IsOpenOn));
    }

    [Fact]
    public void An_item_without_a_day_is_never_overdue() =>
        Assert.False(Raise(Facts() with { DueOn = null }).IsOverdueOn(new DateOnly(2100, 1, 1)));

    [Fact]
    public void Who_asked_is_told_once_and_after_the_outcome()
    {
        var item = Raise(Facts());
        IsRefused(WorkRules.Open, () => item.GiveFeedback(Due, "Nog niets."));
        item.Close(WorkItemState.Dropped, Due, "Ingehaald door de landelijke uitvraag.", openBelow: 0);
        Assert.True(item.IsFeedbackOwedOn(Due));
        IsRefused(WorkRules.ClosedTooEarly, () => item.GiveFeedback(Due.AddDays(-1), "Vervallen."));

        item.GiveFeedback(Due.AddDays(3), "Gemeld in het overleg.");

        Assert.Equal([true, true, false], Days(Due, Due.AddDays(2), Due.AddDays(3)).Select(item.IsFeedbackOwedOn));
        IsRefused(WorkRules.FeedbackGiven, () => item.GiveFeedback(Due.AddDays(4), "Nogmaals."));
    }

    [Fact]
    public void Nobody_is_told_of_what_nobody_asked()
    {
        var item = Raise(Facts() with { FeedbackBodyId = null });
        item.Close(WorkItemState.Done, Due, "Klaar.", openBelow: 0);

        Assert.False(item.IsFeedbackOwedOn(Due));
        IsRefused(WorkRules.OfNoBody, () => item.GiveFeedback(Due, "Klaar."));
    }

    [Fact]
    public void Another_day_or_owner_has_a_reason_and_stays_readable()
    {
        var item = Raise(Facts());
        IsRefused(WorkRules.ReasonMissing, () => item.Change(new WorkItemUpdate { DueOn = Due.AddDays(30), Reason = "" }, Now));
        item.Change(new WorkItemUpdate { DueOn = Due.AddDays(30), Owner = new WorkItemOwner("GM0114:executive", "beleidsadviseur"), Reason = "Assen levert later." }, Now);
        item.Change(new WorkItemUpdate { Title = "Cijfers 2024", Reason = "" }, Now);

        var change = Assert.Single(item.Changes);
        Assert.Equal((Due, Due.AddDays(30), "GM0106", "GM0114:executive"), (change.OldDueOn, change.NewDueOn, change.OldOwnerId, change.NewOwnerId));
        Assert.Equal(("GM0114", "Cijfers 2024"), (item.MunicipalityId, item.Title));
    }

    [Fact]
    public void A_dossier_is_closed_after_all_that_hangs_below_it()
    {
        var dossier = Raise(Facts() with { Kind = WorkItemKind.Dossier });
        var item = WorkItem.Raise(Guid.NewGuid(), Facts(), dossier, Now.Today);

        Assert.Equal(dossier.Id, item.DossierId);
        Assert.Equal("2", IsRefused(WorkRules.OpenBelow, () => dossier.Close(WorkItemState.Done, Due, "Klaar.", openBelow: 2)).Metadata["open"]);
        dossier.Close(WorkItemState.Done, Due, "Klaar.", openBelow: 0);
        IsRefused(WorkRules.DossierClosed, () => WorkItem.Raise(Guid.NewGuid(), Facts(), dossier, Now.Today));
        IsRefused(WorkRules.NoDossier, () => WorkItem.Raise(Guid.NewGuid(), Facts(), item, Now.Today));
    }

    [Fact]
    public void What_is_closed_stays_as_it_is()
    {
        var item = Raise(Facts());
        IsRefused(WorkRules.ClosedTooEarly, () => item.Close(WorkItemState.Done, Raised.AddDays(-1), "Klaar.", openBelow: 0));
        item.Close(WorkItemState.Done, Due, "Klaar.", openBelow: 0);

        IsRefused(WorkRules.Closed, () => item.Close(WorkItemState.Dropped, Due, "Toch niet.", openBelow: 0));
        IsRefused(WorkRules.Closed, () => item.Change(new WorkItemUpdate { Title = "Anders", Reason = "" }, Now));
    }

    [Fact]
    public void A_risk_has_chance_and_impact_and_nothing_else_has()
    {
        var score = new RiskScore(4, 5);
        Assert.Equal((4, 5), Scores(Raise(Facts() with { Kind = WorkItemKind.Risk, Score = score })));
        IsRefused(WorkRules.RiskOnly, () => Raise(Facts() with { Kind = WorkItemKind.Risk }));
        IsRefused(WorkRules.RiskOnly, () => Raise(Facts() with { Score = score }));
        IsRefused(WorkRules.RiskOnly, () => Raise(Facts() with { Kind = WorkItemKind.Risk, Score = new RiskScore(0, 5) }));
    }

    [Fact]
    public void A_source_is_one_thing()
    {
        var (meeting, round) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.True(new WorkItemSource { RoundId = round, ViewNumber = 1, RemarkNumber = 2 }.IsClear);
        WorkItemSource[] unclear =
        [
            new() { MeetingId = meeting },
            new() { MeetingId = meeting, ItemNumber = 1, RoundId = round },
            new() { RoundId = round, ViewNumber = 1 },
            new() { ViewNumber = 1, RemarkNumber = 1 },
        ];
        Assert.All(unclear, source => IsRefused(WorkRules.SourceAmbiguous, () => Raise(Facts() with { Source = source })));
    }

    private static WorkItemFacts Facts() => new()
    {
        RegionId = "JHRD",
        Kind = WorkItemKind.Action,
        Title = "Cijfers over wachttijden",
        Text = "",
        Owner = new WorkItemOwner("GM0106", "beleidsadviseur"),
        RaisedOn = Raised,
        DueOn = Due,
        Source = WorkItemSource.None,
        FeedbackBodyId = "JHRD:ABO",
    };

    private static WorkItem Raise(WorkItemFacts facts) => WorkItem.Raise(Guid.NewGuid(), facts, dossier: null, Now.Today);

    private static DateOnly[] Days(params DateOnly[] days) => days;

    private static (int?, int?) Scores(WorkItem item) => (item.Chance, item.Impact);

    private static DomainException IsRefused(Rule rule, Action act)
    {
        var refused = Assert.Throws<DomainException>(act);
        Assert.Equal(rule, refused.Rule);
        return refused;
    }
}
