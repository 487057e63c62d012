using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Tests.Features;

public sealed class IdempotencyTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    public static TheoryData<string> Rpcs() => ["register", "triage", "analysis", "schedule", "advice", "decide", "purchase"];

    [Theory]
    [MemberData(nameof(Rpcs))]
    public async Task The_same_request_twice_and_in_parallel_has_one_effect_and_equal_answers(string rpc)
    {
        var (send, _) = await PrepareAsync(rpc);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => send()));
        var again = await send();

        Assert.All(answers, answer => Assert.Equal(again, answer));
        var outbox = await host.CountAsync($"select count(*) from outbox_message where lane = '{again.Id}'");
        Assert.Equal(await host.CountAsync($"select version from case_file where id = '{again.Id}'"), outbox + (again.AnalysisCount > 0 ? 1 : 0) + (again.Chair.Length > 0 ? 1 : 0));
    }

    [Theory]
    [MemberData(nameof(Rpcs))]
    public async Task The_same_request_id_with_another_content_is_refused(string rpc)
    {
        var (send, spoil) = await PrepareAsync(rpc);
        var first = await send();
        spoil();

        var refused = await Refused.ByAsync(send);

        Assert.Equal(("REQUEST_ID_REUSED", "request_id"), (refused.Reason(), refused.Field()));
        Assert.Equal(first.Etag, (await host.ReadAsync(first.Id)).Etag);
    }

    [Fact]
    public async Task The_same_request_id_for_another_child_is_refused()
    {
        var request = Requests.Register();
        await host.Guide.RegisterCaseAsync(request);
        foreach (var spoil in new Action<Identity>[] { i => i.Bsn = Requests.NewBsn(), i => i.Name = "Een ander", i => i.BirthDate.Day++ })
        {
            var other = request.Clone();
            spoil(other.Identity);
            Assert.Equal("REQUEST_ID_REUSED", (await Refused.ByAsync(async () => await host.Guide.RegisterCaseAsync(other))).Reason());
        }
    }

    [Fact]
    public async Task A_stored_answer_is_given_to_nobody_else()
    {
        var request = Requests.Register();
        var first = (await host.Guide.RegisterCaseAsync(request)).Case;

        var other = (await host.As(Roles.ProcessGuide, subject: "another guide").RegisterCaseAsync(request)).Case;

        Assert.NotEqual(first.Id, other.Id);
        Assert.Equal(first.SubjectPseudonym, other.SubjectPseudonym);
    }

    [Fact]
    public async Task A_refused_request_changes_nothing_and_may_be_repaired_under_the_same_id()
    {
        var file = await host.CaseInAsync(CaseState.Advised);
        var request = new DecideCaseRequest { RequestId = ExpertTableHost.NewId(), Id = file.Id };

        Assert.Equal("DEVIATION_REASON_MISSING", (await Refused.ByAsync(async () => await host.Chair.DecideCaseAsync(request))).Reason());
        Assert.Equal(file.Etag, (await host.ReadAsync(file.Id)).Etag);
        request.Reason = "Een plek dichterbij.";
        Assert.Equal(CaseState.Decided, (await host.Chair.DecideCaseAsync(request)).Case.State);
    }

    private async Task<(Func<Task<Case>> Send, Action Spoil)> PrepareAsync(string rpc)
    {
        switch (rpc)
        {
            case "register":
                var register = Requests.Register();
                return (async () => (await host.Guide.RegisterCaseAsync(register)).Case, () => register.Question += "!");
            case "triage":
                var triage = Requests.Accept((await host.CaseInAsync(CaseState.Registered)).Id);
                return (async () => (await host.Chair.TriageCaseAsync(triage)).Case, () => triage.Accept = false);
            case "analysis":
                var analysis = Requests.Analysis((await host.CaseInAsync(CaseState.Accepted)).Id);
                return (async () => (await host.Guide.RecordAnalysisAsync(analysis)).Case, () => analysis.Text += "!");
            case "schedule":
                var schedule = Requests.Schedule((await host.CaseInAsync(CaseState.Accepted)).Id);
                return (async () => (await host.Guide.ScheduleCaseAsync(schedule)).Case, () => schedule.SittingDate.Year++);
            case "advice":
                var advice = Requests.Advice((await host.CaseInAsync(CaseState.Scheduled)).Id);
                return (async () => (await host.Chair.GiveAdviceAsync(advice)).Case, () => advice.Dissent = "");
            case "decide":
                var decide = Requests.Decide((await host.CaseInAsync(CaseState.Advised)).Id);
                return (async () => (await host.Chair.DecideCaseAsync(decide)).Case, () => decide.Reason = "toch");
            case "purchase":
                var purchase = Requests.Purchase((await host.CaseInAsync(CaseState.Advised)).Id);
                return (async () => (await host.Guide.RequestPurchaseAsync(purchase)).Case, () => purchase.ProductId = "45A48");
            default:
                throw new ArgumentOutOfRangeException(nameof(rpc), rpc, message: null);
        }
    }
}
