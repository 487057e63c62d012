using Google.Rpc;
using Grpc.Core;
using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using Date = Regio.Common.V1.Date;

namespace Regio.Municipalities.Tests.Rounds;

/// <summary>Rounds over real gRPC, PostgreSQL and RabbitMQ.</summary>
public sealed class RoundFeatureTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    private static readonly Date Past = new() { Year = 2021, Month = 1, Day = 15 };
    private static readonly Date Due = new() { Year = 2021, Month = 2, Day = 1 };

    [Fact]
    public async Task Twelve_councils_that_vote_in_the_same_second_give_one_adoption_and_one_event()
    {
        var round = await ToAdoptAsync();

        var answers = await Task.WhenAll(Drenthe.Councils.Select(council => host.Decisions.RecordDecisionAsync(Vote(round, council)).ResponseAsync));

        Assert.All(answers, a => Assert.Empty(a.Decision.Flags));
        Assert.Equal(Enumerable.Range(1, 12), answers.Select(a => a.Decision.Number).Order());
        var status = (await host.Standing.GetRoundStatusAsync(new() { Id = round.Id })).Status;
        Assert.Equal((RoundState.Adopted, 1), (status.Round.State, status.Round.VersionInForce));
        Assert.Empty(status.Owed);
        Assert.Equal(1, await EventsAsync(round.Id, "VisionAdopted"));
        Assert.True(await EventsAsync(round.Id, "RoundChanged") > 1);
    }

    [Fact]
    public async Task The_status_tells_who_owes_what_by_when_and_what_a_no_would_mean()
    {
        var round = await ToAdoptAsync();
        await host.Decisions.RecordDecisionAsync(Vote(round, Drenthe.Assen));
        await host.Decisions.PlanDecisionAsync(new() { RequestId = NewId(), RoundId = round.Id, BodyId = Drenthe.AaEnHunze, PlannedDate = new() { Year = 2026, Month = 6, Day = 11 } });

        var answer = await host.Standing.GetRoundStatusAsync(new()
        {
            Id = round.Id,
            WhatIf = { new SupposedDecision { BodyId = Drenthe.Emmen, Adopts = false } },
        });

        var step = Assert.Single(answer.Status.Steps);
        Assert.Equal((12, 1, 0, false), (step.Required, step.Counting, step.Refusing, step.Reached));
        var owed = answer.Status.Owed.Single(d => d.BodyId == Drenthe.AaEnHunze);
        Assert.Equal((DutyKind.Decision, Due, RefusalEffect.OutOfReach), (owed.Kind, owed.DueDate, owed.IfRefused));
        Assert.Equal(11, owed.PlannedDate.Day);
        Assert.True(owed.DaysOverdue > 0);
        Assert.Equal(RoundState.NotAdopted, answer.WhatIf.State);
        Assert.Contains("heropenen met versie 2", answer.WhatIf.Explanation, StringComparison.Ordinal);
        Assert.Equal(RoundState.ToAdopt, (await host.Rounds.GetRoundAsync(new() { Id = round.Id })).Round.State);
    }

    [Fact]
    public async Task A_round_plays_from_public_comment_to_the_answer_to_each_remark()
    {
        var round = await CreateAsync(V1.RoundKind.RegionalVision);
        await host.Rounds.OpenPublicCommentAsync(new() { RequestId = NewId(), Id = round.Id, ContentHash = Drenthe.Hash("c" + round.Id), DueDate = Due });
        await host.Views.RecordPublicCommentAsync(new() { RequestId = NewId(), RoundId = round.Id, Organisation = "Een aanbieder", ReceivedDate = Past, Remarks = { "Eén.", "Twee." } });
        await host.Rounds.OpenViewsAsync(new() { RequestId = NewId(), Id = round.Id, ContentHash = Drenthe.Hash("c" + round.Id), DueDate = Due });
        var view = (await host.Views.RecordViewAsync(new()
        {
            RequestId = NewId(), RoundId = round.Id, BodyId = Drenthe.AaEnHunze, Act = ViewAct.Submit, ReceivedDate = Past, Remarks = { "Borg dit in de uitvoering." },
        })).View;
        Assert.Equal(ViewState.SubmittedInTime, view.State);
        await host.Rounds.CloseViewsAsync(new() { RequestId = NewId(), Id = round.Id });
        await host.Rounds.StartWeighingAsync(new() { RequestId = NewId(), Id = round.Id });
        foreach (var remark in new[] { 1, 2 })
            await WeighAsync(round.Id, number: 1, remark, Weighing.Partly);
        var carried = await host.Views.WeighRemarkAsync(new()
        {
            RequestId = NewId(), RoundId = round.Id, ViewNumber = view.Number, RemarkNumber = 1, Weighing = Weighing.CarriedIntoImplementation,
            Answer = "In het implementatieplan.", OwnerBodyId = Drenthe.Abo, DueDate = new() { Year = 2099, Month = 12, Day = 31 },
        });

        Assert.Equal(1, Assert.Single(carried.View.Remarks).FollowUpNumber);
        await host.Rounds.PublishDefinitiveAsync(new() { RequestId = NewId(), Id = round.Id, ContentHash = Drenthe.Hash("d" + round.Id) });
        var councils = await host.Views.ListViewsAsync(new() { RoundId = round.Id, BodyKind = BodyKind.Council });
        Assert.Equal(12, councils.Views.Count);
        Assert.Equal(ViewState.Processed, councils.Views.Single(v => v.BodyId == Drenthe.AaEnHunze).State);
        var status = (await host.Standing.GetRoundStatusAsync(new() { Id = round.Id })).Status;
        Assert.Equal((3, 3, 35), (status.Remarks, status.RemarksWeighed, status.SilentBodyIds.Count));
        Assert.Equal(DutyKind.FollowUp, Assert.Single(status.Owed).Kind);
    }

    [Fact]
    public async Task What_is_owed_comes_by_due_date_page_by_page_and_only_for_whom_it_is_asked()
    {
        var round = await ToAdoptAsync();
        var all = new List<Duty>();
        var request = new ListOwedRequest { RoundId = round.Id, PageSize = 5 };
        do
        {
            var page = await host.Standing.ListOwedAsync(request);
            all.AddRange(page.Owed);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(Drenthe.Councils.Order(), all.Select(d => d.BodyId).Order());
        var emmen = await host.Standing.ListOwedAsync(new() { MunicipalityId = "GM0114", RoundId = round.Id, Kind = DutyKind.Decision, DueBy = Due });
        Assert.Equal(Drenthe.Emmen, Assert.Single(emmen.Owed).BodyId);
        Assert.Empty((await host.Standing.ListOwedAsync(new() { RegionId = "ZD", RoundId = round.Id })).Owed);
    }

    [Fact]
    public async Task A_reminder_is_a_mail_in_Dutch_with_a_calendar_file()
    {
        var round = await ToAdoptAsync();

        var reminders = (await host.Standing.ListRemindersAsync(new() { MunicipalityId = "GM0114", PageSize = 500 })).Reminders;

        var reminder = reminders.Single(r => r.Duty.RoundId == round.Id);
        Assert.StartsWith("Termijn verstreken: uw besluit over", reminder.MailSubject, StringComparison.Ordinal);
        Assert.Contains("Geachte gemeenteraad van Emmen,", reminder.MailText, StringComparison.Ordinal);
        Assert.Contains("1 februari 2021", reminder.MailText, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20210201", reminder.Ics, StringComparison.Ordinal);
        Assert.Contains("BEGIN:VALARM", reminder.Ics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_watches_a_round_sees_its_status_after_each_change()
    {
        var round = await ToAdoptAsync();
        using var watch = host.Standing.WatchRound(new() { Id = round.Id });
        await watch.ResponseHeadersAsync;

        await host.Decisions.RecordDecisionAsync(Vote(round, Drenthe.Assen));

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        Assert.True(await watch.ResponseStream.MoveNext(patience.Token));
        Assert.Equal(1, Assert.Single(watch.ResponseStream.Current.Status.Steps).Counting);
    }

    [Fact]
    public async Task The_same_vote_sent_twice_is_one_decision()
    {
        var round = await ToAdoptAsync();
        var vote = Vote(round, Drenthe.Assen);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.Decisions.RecordDecisionAsync(vote).ResponseAsync));

        Assert.All(answers, a => Assert.Equal(answers[0], a));
        Assert.Single((await host.Decisions.ListDecisionsAsync(new() { RoundId = round.Id })).Decisions);
    }

    [Fact]
    public async Task Motions_and_pledges_are_numbered_and_followed_up_by_the_college()
    {
        var round = await ToAdoptAsync();
        var vote = Vote(round, Drenthe.Assen);
        vote.FollowUps.Add(new FollowUp { Kind = FollowUpKind.Motion, Text = "Onderzoek de wachttijden.", DueDate = Due });
        vote.FollowUps.Add(new FollowUp { Kind = FollowUpKind.Pledge, Text = "De wethouder informeert de raad." });
        await host.Decisions.RecordDecisionAsync(vote);

        await host.Decisions.CompleteFollowUpAsync(new() { RequestId = NewId(), RoundId = round.Id, Number = 1, DoneDate = Past, Note = "Brief aan de raad." });

        Assert.Equal([1, 2], (await host.Decisions.ListFollowUpsAsync(new() { RoundId = round.Id })).FollowUps.Select(f => f.Number));
        var open = Assert.Single((await host.Decisions.ListFollowUpsAsync(new() { RoundId = round.Id, OpenOnly = true })).FollowUps);
        Assert.Equal((2, "GM0106:executive"), (open.Number, open.OwnerBodyId));
    }

    [Fact]
    public async Task A_clerk_records_for_its_own_municipality_only()
    {
        var round = await ToAdoptAsync();
        var clerk = new CouncilDecisionService.CouncilDecisionServiceClient(host.Invoker(TestTokens.For(Roles.CouncilClerk, municipality: "GM0106")));

        Assert.True((await clerk.RecordDecisionAsync(Vote(round, Drenthe.Assen))).Decision.Counts);
        await RefusedAsync("OTHER_PARTY_DATA", StatusCode.PermissionDenied, async () => await clerk.RecordDecisionAsync(Vote(round, Drenthe.Emmen)));
        await RefusedAsync("OTHER_PARTY_DATA", StatusCode.PermissionDenied, async () => await clerk.RecordDecisionAsync(Vote(round, Drenthe.Abo)));
    }

    [Fact]
    public async Task Our_own_acts_are_refused_with_the_rule()
    {
        var round = await ToAdoptAsync();
        var unknown = NewId();
        await RefusedAsync("ROUND_STATE_FORBIDS", StatusCode.FailedPrecondition, async () => await host.Rounds.CloseViewsAsync(new() { RequestId = NewId(), Id = round.Id }));
        await RefusedAsync("ETAG_MISMATCH", StatusCode.Aborted, async () => await host.Rounds.PublishErratumAsync(
            new() { RequestId = NewId(), Id = round.Id, Etag = "\"1\"", ContentHash = Drenthe.Hash("e"), Note = "Hersteld" }));
        await RefusedAsync("ROUND_UNKNOWN", StatusCode.NotFound, async () => await host.Standing.GetRoundStatusAsync(new() { Id = unknown }));
        await RefusedAsync("ROUND_UNKNOWN", StatusCode.NotFound, async () => await host.Decisions.ListDecisionsAsync(new() { RoundId = unknown }));
        await RefusedAsync("REGION_UNKNOWN", StatusCode.NotFound, async () => await host.Rounds.CreateRoundAsync(
            new() { RequestId = NewId(), Kind = V1.RoundKind.Letter, RegionId = "NERGENS", Subject = "Brief" }));
        await RefusedAsync("INVALID_REQUEST", StatusCode.InvalidArgument, async () => await host.Rounds.PublishErratumAsync(
            new() { RequestId = NewId(), Id = round.Id, ContentHash = "ABC", Note = "Hersteld" }));
        await RefusedAsync("MUNICIPALITY_UNKNOWN", StatusCode.NotFound, async () => await host.Decisions.RecordDecisionAsync(Vote(round, "GM9999:council")));
    }

    [Fact]
    public async Task A_reference_is_given_once()
    {
        var reference = $"2024-{NewId()}";
        CreateRoundRequest Letter() => new() { RequestId = NewId(), Kind = V1.RoundKind.Letter, RegionId = "JHRD", Subject = "Brief", Reference = reference };
        await host.Rounds.CreateRoundAsync(Letter());

        await RefusedAsync("ROUND_REFERENCE_TAKEN", StatusCode.AlreadyExists, async () => await host.Rounds.CreateRoundAsync(Letter()));
    }

    [Theory]
    [InlineData("update round_decision set outcome = 'Adopted'")]
    [InlineData("delete from round_decision")]
    [InlineData("update round_text set content_hash = repeat('0', 64)")]
    public async Task The_database_keeps_decisions_and_texts_as_they_were(string sql)
    {
        var round = await ToAdoptAsync();
        await host.Decisions.RecordDecisionAsync(Vote(round, Drenthe.Assen, V1.DecisionOutcome.Rejected));

        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => host.Database.ExecuteAsync(sql));

        Assert.Equal(Npgsql.PostgresErrorCodes.RestrictViolation, refused.SqlState);
    }

    [Fact]
    public async Task The_database_refuses_an_adoption_below_the_threshold()
    {
        var round = await ToAdoptAsync();
        await host.Decisions.RecordDecisionAsync(Vote(round, Drenthe.Assen));

        var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => host.Database.ExecuteAsync(
            $"update decision_round set state = 'Adopted', version_in_force = 1, adopted_on = '2026-01-15' where id = '{round.Id}'"));

        Assert.Equal("ck_decision_round_threshold", refused.ConstraintName);
    }

    private static string NewId() => Guid.CreateVersion7().ToString();

    private static RecordDecisionRequest Vote(Round round, string body, V1.DecisionOutcome outcome = V1.DecisionOutcome.Adopted) => new()
    {
        RequestId = NewId(),
        RoundId = round.Id,
        BodyId = body,
        Outcome = outcome,
        DecidedDate = Past,
        LiteralText = "In te stemmen met de regiovisie.",
        ContentHash = Drenthe.Hash(round.Id),
    };

    private static async Task RefusedAsync(string reason, StatusCode code, Func<Task> call)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal((code, reason), (refused.StatusCode, refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason));
    }

    private async Task<Round> CreateAsync(V1.RoundKind kind, V1.RoundPolicy? policy = null) => (await host.Rounds.CreateRoundAsync(new()
    {
        RequestId = NewId(),
        Kind = kind,
        RegionId = "JHRD",
        Subject = "Regiovisie 2026-2030",
        Policy = policy,
    })).Round;

    private async Task<Round> ToAdoptAsync()
    {
        var policy = new RoundPolicy
        {
            Steps = { new DecisionStep { Code = "adoption", Title = "vaststelling door de raden", BodyKinds = { BodyKind.Council }, Act = StepAct.Adopt } },
        };
        var round = await CreateAsync(V1.RoundKind.RegionalVision, policy);
        await host.Rounds.PublishDefinitiveAsync(new() { RequestId = NewId(), Id = round.Id, ContentHash = Drenthe.Hash(round.Id) });
        return (await host.Rounds.PutToAdoptionAsync(new() { RequestId = NewId(), Id = round.Id, DueDate = Due })).Round;
    }

    private async Task WeighAsync(string round, int number, int remark, Weighing weighing) => await host.Views.WeighRemarkAsync(new()
    {
        RequestId = NewId(), RoundId = round, ViewNumber = number, RemarkNumber = remark, Weighing = weighing, Answer = "Deels overgenomen.",
    });

    private Task<long> EventsAsync(string round, string type) =>
        host.Database.ScalarAsync<long>($"select count(*) from outbox_message where lane = '{round}' and message_type like '%{type}%'");
}
