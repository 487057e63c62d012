using System.Text.Json.Nodes;
using Regio.ExpertTable.V1;

namespace Regio.ExpertTable.Tests.Features;

/// <summary>A case from registration to decision, as its people see it.</summary>
public sealed class CaseLifeTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    [Fact]
    public async Task A_case_goes_from_registration_to_decision()
    {
        var registered = (await host.Assen.RegisterCaseAsync(Requests.Register())).Case;
        Assert.Equal((CaseState.Registered, "GM0106"), (registered.State, registered.MunicipalityId));
        Assert.Equal(CaseState.Accepted, (await host.Chair.TriageCaseAsync(Requests.Accept(registered.Id))).Case.State);
        var guide = (await host.Capacity().RecordStaffMemberAsync(new(Staff.Member()) { Subject = "a process-guide" })).Member.Id;
        await host.Capacity().AssignGuideAsync(Staff.Assign(registered.Id, guide));
        Assert.Equal(1, (await host.Guide.RecordAnalysisAsync(Requests.Analysis(registered.Id))).Case.AnalysisCount);
        Assert.Equal(CaseState.Scheduled, (await host.Guide.ScheduleCaseAsync(Requests.Schedule(registered.Id))).Case.State);
        Assert.Equal(2, (await host.Guide.RecordAnalysisAsync(Requests.Analysis(registered.Id))).Case.AnalysisCount);
        Assert.Equal(CaseState.Advised, (await host.Chair.GiveAdviceAsync(Requests.Advice(registered.Id))).Case.State);
        var decided = (await host.Assen.DecideCaseAsync(new()
        {
            RequestId = ExpertTableHost.NewId(), Id = registered.Id, Reason = "Eerst een plek dichterbij.",
        })).Case;
        Assert.Equal(CaseState.Decided, decided.State);

        var file = await host.ReadAsync(registered.Id);
        Assert.Equal("Welke hulp past hier?", file.Question);
        Assert.Equal(["a process-guide", "a process-guide"], file.Analyses.Select(a => a.Author));
        Assert.All(file.Analyses, a => Assert.Equal("De verklarende analyse.", a.Text));
        Assert.Equal(("Het advies.", "Een lid ziet het anders."), (file.Advice.Text, file.Advice.Dissent));
        Assert.Equal((false, "Eerst een plek dichterbij."), (file.Decision.FollowsAdvice, file.Decision.Reason));
        Assert.Equal(ExpertTableHost.Today, file.SittingDate);
        Assert.Equal(decided.Etag, file.Etag);
        Assert.Equal(5, await host.CountAsync($"select count(*) from case_transition where case_id = '{file.Id}'"));
    }

    [Fact]
    public async Task How_old_a_child_is_leaves_as_a_class_with_the_registration_alone_and_stays_to_be_counted()
    {
        var request = Requests.RegisterAged(15);
        request.Siblings.Add(Requests.RegisterAged(2).Identity);
        var id = (await host.Guide.RegisterCaseAsync(request)).Case.Id;
        await host.Chair.TriageCaseAsync(Requests.Return(id));
        await host.Keeper().DestroyCaseAsync(Keeping.Destroy(id));

        var told = await host.Database.ScalarAsync<string[]>($"select array_agg(body::text order by sequence) from outbox_message where lane = '{id}'");
        Assert.Equal(["12_to_17", null], told!.Select(message => (string?)JsonNode.Parse(message)!["ageClass"]));
        var born = $"{request.Identity.BirthDate.Year}-01-01";
        Assert.All(told!, message => Assert.DoesNotContain(born, message, StringComparison.Ordinal));
        Assert.Equal(0, await host.CountAsync("select count(*) from information_schema.columns where table_schema = 'public' and column_name like '%age_class%'"));
    }

    [Fact]
    public async Task A_returned_case_says_where_it_went()
    {
        var returned = await host.CaseInAsync(CaseState.Returned);

        var file = await host.ReadAsync(returned.Id);
        Assert.Equal(("Lokaal team Assen", "Gesprek met het gezin deze week"), (file.CaseReturn.Receiver, file.CaseReturn.NextStep));
    }

    [Fact]
    public async Task The_answer_to_a_change_holds_no_texts()
    {
        var decided = await host.CaseInAsync(CaseState.Decided);

        Assert.Equal("", decided.Question);
        Assert.Empty(decided.Analyses);
        Assert.Equal((null, null, null), (decided.Advice, decided.Decision, decided.Outcome));
        Assert.Null((await host.CaseInAsync(CaseState.Returned)).CaseReturn);
    }

    [Fact]
    public async Task The_answer_to_a_later_change_still_tells_what_was_asked_of_Procurement()
    {
        var advised = await host.CaseInAsync(CaseState.Advised);
        await host.Guide.RequestPurchaseAsync(Requests.Purchase(advised.Id));

        var decided = (await host.Chair.DecideCaseAsync(Requests.Decide(advised.Id))).Case;

        Assert.Equal("45A05", Assert.Single(decided.Purchases).ProductId);
    }

    [Fact]
    public async Task Of_two_writers_on_one_version_the_second_is_refused()
    {
        var file = await host.CaseInAsync(CaseState.Accepted);
        var first = Requests.Analysis(file.Id);
        var second = Requests.Analysis(file.Id);
        (first.Etag, second.Etag) = (file.Etag, file.Etag);

        await host.Guide.RecordAnalysisAsync(first);
        var refused = await Refused.ByAsync(async () => await host.Guide.RecordAnalysisAsync(second));

        Assert.Equal("ETAG_MISMATCH", refused.Reason());
        Assert.Single((await host.ReadAsync(file.Id)).Analyses);
    }
}
