using Grpc.Core;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.ExpertTable.Tests.SubjectRights;

/// <summary>Seeing a file and having it put right through the real service.</summary>
public sealed class SubjectRightsFeatureTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    private static readonly string[] s_secrets = ["uit huis geplaatst", "hele tijd thuis", "zie dit anders", "oordeel van de analist", "na bij de school"];

    [Fact]
    public async Task The_whole_file_is_shown_entry_by_entry_to_who_may_see_it_and_the_log_says_so()
    {
        var file = await host.CaseInAsync(CaseState.Advised);

        var first = await host.Rights().InspectFileAsync(new(Rights.Inspect(file)) { PageSize = 2 });
        var second = await host.Rights().InspectFileAsync(new(Rights.Inspect(file)) { PageSize = 500, PageToken = first.NextPageToken });

        var all = first.Entries.Concat(second.Entries).ToList();
        Assert.Equal(await host.CountAsync($"select count(*) from case_entry where case_id = '{file.Id}'"), all.Count);
        Assert.Equal(Enumerable.Range(1, all.Count).Select(n => (long)n), all.Select(e => e.Number));
        Assert.Equal("Welke hulp past hier?", Assert.Single(all.Single(e => e.Kind == "question_asked").Fields, f => f.Name == "question").Value);
        Assert.Equal("Het advies.", Assert.Single(all.Single(e => e.Kind == "advice_given").Fields, f => f.Name == "text").Value);
        Assert.Equal(2, await host.CountAsync($"select count(*) from case_read where case_id = '{file.Id}' and method = 'InspectFile' and purpose = 'SubjectRequest'"));
    }

    [Theory]
    [InlineData(11, nameof(RectificationApplicant.AuthorityHolder))]
    [InlineData(13, nameof(RectificationApplicant.Youth))]
    [InlineData(13, nameof(RectificationApplicant.Representative))]
    public async Task From_twelve_years_on_the_youth_sees_the_file_and_before_that_those_with_authority(int age, string name)
    {
        var applicant = Enum.Parse<RectificationApplicant>(name);
        var file = (await host.Guide.RegisterCaseAsync(Requests.RegisterAged(age))).Case;

        Assert.NotEmpty((await host.Rights().InspectFileAsync(Rights.Inspect(file, applicant))).Entries);
        if (applicant == RectificationApplicant.Representative)
            return;
        var other = applicant == RectificationApplicant.Youth ? RectificationApplicant.AuthorityHolder : RectificationApplicant.Youth;
        var refused = await Refused.ByAsync(async () => await host.Rights().InspectFileAsync(Rights.Inspect(file, other)));

        Assert.Equal((StatusCode.FailedPrecondition, "APPLICANT_NOT_ENTITLED", "applicant"), (refused.StatusCode, refused.Reason(), refused.Field()));
        Assert.Equal(1, await host.CountAsync($"select count(*) from case_read where case_id = '{file.Id}' and method = 'InspectFile'"));
    }

    [Fact]
    public async Task A_correction_stands_beside_the_original_for_everybody_who_is_shown_that()
    {
        var file = await host.CaseInAsync(CaseState.Closed);
        var (question, analysis) = (1L, (await host.ReadAsync(file.Id)).Analyses[0].EntryNumber);

        await DecideAsync(file, question, Rights.Correct);
        await DecideAsync(file, analysis, Rights.Attach);

        var chair = await host.ReadAsync(file.Id);
        var assen = await host.ReadAsync(file.Id, host.Assen);
        Assert.Equal(CaseState.Closed, chair.State);
        Assert.Equal(("Welke hulp past hier?", question), (chair.Question, chair.QuestionEntryNumber));
        Assert.Equal(
            [(question, "Het kind woonde de hele tijd thuis.", ""), (analysis, "", "Ik zie dit anders.")],
            chair.Rectifications.Select(r => (r.EntryNumber, r.Correction, r.Statement)));
        Assert.All(chair.Rectifications, r => Assert.Equal("Ik ben nooit uit huis geplaatst.", r.Text));
        // The municipality is shown the question and no analysis that was not shared, and not why somebody asked.
        var seen = Assert.Single(assen.Rectifications);
        Assert.Equal((question, RectificationState.Corrected, "Het kind woonde de hele tijd thuis.", "", ""), (seen.EntryNumber, seen.State, seen.Correction, seen.Text, seen.Motivation));
    }

    [Fact]
    public async Task Who_decides_reads_the_one_entry_that_it_is_about_and_the_log_says_so()
    {
        var file = await host.CaseInAsync(CaseState.Advised);
        var asked = (await host.Rights().RequestRectificationAsync(Rights.Ask(file))).Rectification;

        var shown = await host.Rights().GetRectificationAsync(new() { Id = file.Id, RectificationId = asked.Id });

        Assert.Equal((1L, "question_asked", file.SubjectPseudonym), (shown.Entry.Number, shown.Entry.Kind, shown.SubjectPseudonym));
        Assert.Equal("Ik ben nooit uit huis geplaatst.", shown.Rectification.Text);
        Assert.Equal(1, await host.CountAsync($"select count(*) from case_read where case_id = '{file.Id}' and method = 'GetRectification' and purpose = 'SubjectRequest'"));
    }

    [Fact]
    public async Task What_was_asked_and_answered_lies_sealed_and_goes_with_the_file()
    {
        var file = await host.CaseInAsync(CaseState.Returned);
        var asked = (await host.Rights().RequestRectificationAsync(Rights.Ask(file))).Rectification.Id;
        await host.Rights().ExtendRectificationAsync(Rights.Extend(file.Id, asked));
        await host.Rights().DecideRectificationAsync(Rights.Correct(file.Id, asked));
        await DecideAsync(file, entry: 1, Rights.Attach);

        var tables = await host.Database.ScalarAsync<string>(
            "select string_agg(format('%I.%I', schemaname, tablename), ' ') from pg_tables where schemaname not in ('pg_catalog', 'information_schema')");
        foreach (var table in tables!.Split(' '))
        {
            foreach (var secret in s_secrets)
                Assert.Equal(0, await host.CountAsync($"select count(*) from {table} t where t::text like '%{secret}%'"));
        }

        await host.Keeper().DestroyCaseAsync(Keeping.Destroy(file.Id));
        Assert.Equal(0, await host.CountAsync($"select count(*) from case_entry where case_id = '{file.Id}'"));
        Assert.Equal(2, await host.CountAsync($"select count(*) from case_rectification where case_id = '{file.Id}'"));
        Assert.Equal("CASE_UNKNOWN", (await Refused.ByAsync(async () => await host.Rights().GetRectificationAsync(new() { Id = file.Id, RectificationId = asked }))).Reason());
    }

    [Fact]
    public async Task The_month_is_a_clock_for_the_officer_and_for_who_handles_the_case_until_it_is_decided()
    {
        var file = await host.CaseInAsync(CaseState.Closed);
        var received = ExpertTableHost.Today.ToDateOnly().AddDays(-20);
        var asked = (await host.Rights().RequestRectificationAsync(Rights.Ask(file, received: received.ToProto()))).Rectification;

        Assert.Equal(received.AddMonths(1).ToProto(), asked.DueDate);
        Assert.Equal(asked.DueDate, (await FindAsync(Roles.PrivacyOfficer, file.Id))!.DueDate);
        Assert.Equal(WorkUrgency.Ahead, (await FindAsync(Roles.TableChair, file.Id))!.Urgency);
        Assert.All(await ItemsAsync(Roles.PrivacyOfficer), item => Assert.Equal(WorkKind.Rectification, item.Kind));
        var late = await host.CaseInAsync(CaseState.Registered);
        await host.Rights().RequestRectificationAsync(Rights.Ask(late, received: received.AddDays(-20).ToProto()));
        Assert.Equal(WorkUrgency.Overdue, (await FindAsync(Roles.PrivacyOfficer, late.Id))!.Urgency);
        var listed = (await host.Rights().ListRectificationsAsync(new() { OpenOnly = true, PageSize = 500 })).Items;
        Assert.True(listed.Single(item => item.CaseId == late.Id).Overdue);
        Assert.Equal(listed.Select(item => item.Rectification.DueDate.ToDateOnly()).Order(), listed.Select(item => item.Rectification.DueDate.ToDateOnly()));

        var moved = (await host.Rights().ExtendRectificationAsync(Rights.Extend(file.Id, asked.Id))).Rectification;
        Assert.Equal((received.AddMonths(3).ToProto(), true), (moved.DueDate, moved.Extended));
        await host.Rights().DecideRectificationAsync(Rights.Correct(file.Id, asked.Id));

        Assert.Null(await FindAsync(Roles.PrivacyOfficer, file.Id));
        Assert.DoesNotContain((await host.Rights().ListRectificationsAsync(new() { OpenOnly = true, PageSize = 500 })).Items, item => item.CaseId == file.Id);
        Assert.Contains((await host.Rights().ListRectificationsAsync(new() { PageSize = 500 })).Items, item => item.CaseId == file.Id);
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_one_does()
    {
        var file = await host.CaseInAsync(CaseState.Registered);
        var asked = (await host.Rights().RequestRectificationAsync(Rights.Ask(file))).Rectification.Id;

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
            await Record.ExceptionAsync(async () => await host.Rights().DecideRectificationAsync(Rights.Correct(file.Id, asked)))));

        Assert.Single(answers, answer => answer is null);
        Assert.All(answers.OfType<RpcException>(), refused => Assert.Contains(refused.Reason(), new[] { "ETAG_MISMATCH", "RECTIFICATION_DECIDED" }));
        Assert.Single((await host.ReadAsync(file.Id)).Rectifications);
    }

    [Fact]
    public async Task An_officer_of_one_municipality_reaches_its_own_children_alone()
    {
        var file = await host.CaseInAsync(CaseState.Registered);

        var refused = await Refused.ByAsync(async () => await host.Rights("GM0114").RequestRectificationAsync(Rights.Ask(file)));

        Assert.Equal((StatusCode.NotFound, "CASE_UNKNOWN"), (refused.StatusCode, refused.Reason()));
        Assert.Equal(0, await host.CountAsync($"select count(*) from case_rectification where case_id = '{file.Id}'"));
    }

    private async Task DecideAsync(Case file, long entry, Func<string, string, DecideRectificationRequest> decide)
    {
        var asked = (await host.Rights().RequestRectificationAsync(Rights.Ask(file, entry))).Rectification.Id;
        await host.Rights().DecideRectificationAsync(decide(file.Id, asked));
    }

    private async Task<WorkItem?> FindAsync(string role, string id) => (await ItemsAsync(role)).SingleOrDefault(item => item.CaseId == id && item.Kind == WorkKind.Rectification);

    private async Task<IEnumerable<WorkItem>> ItemsAsync(string role) =>
        (await new WorklistService.WorklistServiceClient(host.Invoker(TestTokens.For(role))).ListWorkItemsAsync(new() { PageSize = 500 })).Items;
}
