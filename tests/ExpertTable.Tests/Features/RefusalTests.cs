using System.Text.Json;
using Grpc.Core;
using Regio.ExpertTable.V1;
using Regio.Testing;

namespace Regio.ExpertTable.Tests.Features;

/// <summary>What each rpc refuses, with which code, reason and field; and that nothing changed.</summary>
public sealed class RefusalTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    private const string Invalid = "INVALID_REQUEST";
    private static readonly string TooLong = new('x', 10_001);
    private static readonly string FarTooLong = new('x', 100_001);

    public static TheoryData<string, StatusCode, string, string> Table() => new()
    {
        { "register without request id", StatusCode.InvalidArgument, Invalid, "request_id" },
        { "register without child", StatusCode.InvalidArgument, Invalid, "identity" },
        { "register with letters for a number", StatusCode.InvalidArgument, Invalid, "identity.bsn" },
        { "register a number that fails the eleven-test", StatusCode.InvalidArgument, "BSN_INVALID", "identity.bsn" },
        { "register nine zeros", StatusCode.InvalidArgument, "BSN_INVALID", "identity.bsn" },
        { "register without name", StatusCode.InvalidArgument, Invalid, "identity.name" },
        { "register without birth date", StatusCode.InvalidArgument, Invalid, "identity.birth_date" },
        { "register a birth date that does not exist", StatusCode.InvalidArgument, Invalid, "identity.birth_date" },
        { "register a child that is not born", StatusCode.InvalidArgument, "BIRTH_DATE_IN_FUTURE", "identity.birth_date" },
        { "register with a municipality of another form", StatusCode.InvalidArgument, Invalid, "municipality_id" },
        { "register with an unknown municipality", StatusCode.NotFound, "MUNICIPALITY_UNKNOWN", "municipality_id" },
        { "register without question", StatusCode.InvalidArgument, Invalid, "question" },
        { "register with a long question", StatusCode.InvalidArgument, Invalid, "question" },
        { "register with a null character", StatusCode.InvalidArgument, Invalid, "question" },
        { "triage without request id", StatusCode.InvalidArgument, Invalid, "request_id" },
        { "triage an id of another form", StatusCode.InvalidArgument, Invalid, "id" },
        { "triage an unknown case", StatusCode.NotFound, "CASE_UNKNOWN", "id" },
        { "triage a case that was accepted", StatusCode.FailedPrecondition, "CASE_STATE", "" },
        { "triage with a stale etag", StatusCode.Aborted, "ETAG_MISMATCH", "etag" },
        { "accept and return at once", StatusCode.InvalidArgument, Invalid, "case_return" },
        { "return without anything", StatusCode.InvalidArgument, "RETURN_INCOMPLETE", "case_return.receiver" },
        { "return without next step", StatusCode.InvalidArgument, "RETURN_INCOMPLETE", "case_return.next_step" },
        { "return to somebody with a long name", StatusCode.InvalidArgument, Invalid, "case_return.receiver" },
        { "leave triage out on a ground that has an rpc of its own", StatusCode.InvalidArgument, Invalid, "waiver" },
        { "leave triage out on a ground that does not exist", StatusCode.InvalidArgument, Invalid, "waiver" },
        { "leave triage out of a case that is returned", StatusCode.InvalidArgument, Invalid, "waiver" },
        { "a second lead", StatusCode.FailedPrecondition, "LEAD_PRESENT", "lead" },
        { "analysis of a closed case", StatusCode.FailedPrecondition, "CASE_STATE", "" },
        { "decide a closed case", StatusCode.FailedPrecondition, "CASE_STATE", "" },
        { "stop the clock of a closed case", StatusCode.FailedPrecondition, "CASE_STATE", "" },
        { "decide for the child of another municipality", StatusCode.NotFound, "CASE_UNKNOWN", "id" },
        { "analysis without text", StatusCode.InvalidArgument, Invalid, "text" },
        { "analysis that is too long", StatusCode.InvalidArgument, Invalid, "text" },
        { "analysis of an unknown case", StatusCode.NotFound, "CASE_UNKNOWN", "id" },
        { "analysis of a registered case", StatusCode.FailedPrecondition, "CASE_STATE", "" },
        { "analysis with a stale etag", StatusCode.Aborted, "ETAG_MISMATCH", "etag" },
        { "schedule without day", StatusCode.InvalidArgument, Invalid, "sitting_date" },
        { "schedule in the past", StatusCode.InvalidArgument, "SITTING_IN_PAST", "sitting_date" },
        { "schedule an unknown case", StatusCode.NotFound, "CASE_UNKNOWN", "id" },
        { "schedule a registered case", StatusCode.FailedPrecondition, "CASE_STATE", "" },
        { "schedule with a stale etag", StatusCode.Aborted, "ETAG_MISMATCH", "etag" },
        { "advice without text", StatusCode.InvalidArgument, Invalid, "text" },
        { "advice with long dissent", StatusCode.InvalidArgument, Invalid, "dissent" },
        { "advice on an unknown case", StatusCode.NotFound, "CASE_UNKNOWN", "id" },
        { "advice on a registered case", StatusCode.FailedPrecondition, "CASE_STATE", "" },
        { "advice without analysis", StatusCode.FailedPrecondition, "ANALYSIS_MISSING", "" },
        { "advice before the sitting", StatusCode.FailedPrecondition, "SITTING_NOT_HELD", "" },
        { "advice with a stale etag", StatusCode.Aborted, "ETAG_MISMATCH", "etag" },
        { "decide otherwise without reason", StatusCode.InvalidArgument, "DEVIATION_REASON_MISSING", "reason" },
        { "decide with a long reason", StatusCode.InvalidArgument, Invalid, "reason" },
        { "decide an unknown case", StatusCode.NotFound, "CASE_UNKNOWN", "id" },
        { "decide a registered case", StatusCode.FailedPrecondition, "CASE_STATE", "" },
        { "decide with a stale etag", StatusCode.Aborted, "ETAG_MISMATCH", "etag" },
        { "purchase without product", StatusCode.InvalidArgument, Invalid, "product_id" },
        { "purchase of something that is no code", StatusCode.InvalidArgument, Invalid, "product_id" },
        { "purchase for an unknown case", StatusCode.NotFound, "CASE_UNKNOWN", "id" },
        { "purchase for a registered case", StatusCode.FailedPrecondition, "CASE_STATE", "" },
        { "purchase with a stale etag", StatusCode.Aborted, "ETAG_MISMATCH", "etag" },
        { "get without purpose", StatusCode.InvalidArgument, Invalid, "purpose" },
        { "get with the purpose of lists", StatusCode.InvalidArgument, Invalid, "purpose" },
        { "get with a purpose that does not exist", StatusCode.InvalidArgument, Invalid, "purpose" },
        { "get an id of another form", StatusCode.InvalidArgument, Invalid, "id" },
        { "get an unknown case", StatusCode.NotFound, "CASE_UNKNOWN", "id" },
        { "list with negative size", StatusCode.InvalidArgument, Invalid, "page_size" },
        { "list with a damaged token", StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID", "page_token" },
        { "list in a state that does not exist", StatusCode.InvalidArgument, Invalid, "state" },
        { "reads of an unknown case", StatusCode.NotFound, "CASE_UNKNOWN", "id" },
        { "reads of an id of another form", StatusCode.InvalidArgument, Invalid, "id" },
        { "reads with a damaged token", StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID", "page_token" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_call_is_refused_with_code_reason_and_field_and_changes_nothing_and_is_logged(string what, StatusCode code, string reason, string field)
    {
        var call = await CallAsync(what);
        var before = await ContentAsync();
        var logged = host.Host.Logs.All.Count;

        var refused = await Refused.ByAsync(call);

        Assert.Equal((code, reason, field), (refused.StatusCode, refused.Reason(), refused.Field()));
        Assert.Equal(before, await ContentAsync());
        await Eventually.Holds("the refusal is logged", () => Task.FromResult(host.Host.Logs.All.Skip(logged)
            .Any(line => line.Text.Contains($"was refused with {JsonNamingPolicy.SnakeCaseUpper.ConvertName(code.ToString())} {reason};", StringComparison.Ordinal))));
    }

    private async Task<Func<Task>> CallAsync(string what)
    {
        var unknown = Guid.CreateVersion7().ToString();
        return what switch
        {
            "register without request id" => Register(r => r.RequestId = ""),
            "register without child" => Register(r => r.Identity = null),
            "register with letters for a number" => Register(r => r.Identity.Bsn = "12345678a"),
            "register a number that fails the eleven-test" => Register(r => r.Identity.Bsn = "123456789"),
            "register nine zeros" => Register(r => r.Identity.Bsn = "000000000"),
            "register without name" => Register(r => r.Identity.Name = " "),
            "register without birth date" => Register(r => r.Identity.BirthDate = null),
            "register a birth date that does not exist" => Register(r => r.Identity.BirthDate = new() { Year = 2013, Month = 2, Day = 29 }),
            "register a child that is not born" => Register(r => r.Identity.BirthDate.Year = 2099),
            "register with a municipality of another form" => Register(r => r.MunicipalityId = "Assen"),
            "register with an unknown municipality" => Register(r => r.MunicipalityId = "GM9999"),
            "register without question" => Register(r => r.Question = ""),
            "register with a long question" => Register(r => r.Question = TooLong),
            "register with a null character" => Register(r => r.Question = "a\0b"),
            "triage without request id" => Triage(unknown, r => r.RequestId = ""),
            "triage an id of another form" => Triage("1", _ => { }),
            "triage an unknown case" => Triage(unknown, _ => { }),
            "triage a case that was accepted" => Triage(await InAsync(CaseState.Accepted), _ => { }),
            "triage with a stale etag" => Triage(await InAsync(CaseState.Registered), r => r.Etag = "\"9\""),
            "accept and return at once" => Triage(unknown, r => r.CaseReturn = new()),
            "return without anything" => Triage(await InAsync(CaseState.Registered), r => r.Accept = false),
            "return without next step" => Triage(await InAsync(CaseState.Registered), r => (r.Accept, r.CaseReturn) = (false, new() { Receiver = "a team" })),
            "return to somebody with a long name" => Triage(unknown, r => (r.Accept, r.CaseReturn) = (false, new() { Receiver = TooLong })),
            "leave triage out on a ground that has an rpc of its own" => Triage(await InAsync(CaseState.Registered), r => r.Waiver = TriageWaiver.Breakthrough),
            "leave triage out on a ground that does not exist" => Triage(await InAsync(CaseState.Registered), r => r.Waiver = (TriageWaiver)99),
            "leave triage out of a case that is returned" => Triage(
                await InAsync(CaseState.Registered), r => (r.Accept, r.CaseReturn, r.Waiver) = (false, new() { Receiver = "a team", NextStep = "a step" }, TriageWaiver.Crisis)),
            "a second lead" => await SecondLeadAsync(),
            "analysis of a closed case" => Analysis(await InAsync(CaseState.Closed), _ => { }),
            "decide a closed case" => Decide(await InAsync(CaseState.Closed), _ => { }),
            "stop the clock of a closed case" => await StopClockAsync(await InAsync(CaseState.Closed)),
            "decide for the child of another municipality" => await DecideElsewhereAsync(),
            "analysis without text" => Analysis(unknown, r => r.Text = ""),
            "analysis that is too long" => Analysis(unknown, r => r.Text = FarTooLong),
            "analysis of an unknown case" => Analysis(unknown, _ => { }),
            "analysis of a registered case" => Analysis(await InAsync(CaseState.Registered), _ => { }),
            "analysis with a stale etag" => Analysis(await InAsync(CaseState.Accepted), r => r.Etag = "\"9\""),
            "schedule without day" => Schedule(unknown, r => r.SittingDate = null),
            "schedule in the past" => Schedule(await InAsync(CaseState.Accepted), r => r.SittingDate.Year--),
            "schedule an unknown case" => Schedule(unknown, _ => { }),
            "schedule a registered case" => Schedule(await InAsync(CaseState.Registered), _ => { }),
            "schedule with a stale etag" => Schedule(await InAsync(CaseState.Accepted), r => r.Etag = "\"9\""),
            "advice without text" => Advice(unknown, r => r.Text = ""),
            "advice with long dissent" => Advice(unknown, r => r.Dissent = TooLong),
            "advice on an unknown case" => Advice(unknown, _ => { }),
            "advice on a registered case" => Advice(await InAsync(CaseState.Registered), _ => { }),
            "advice without analysis" => Advice(await ScheduledAsync(withAnalysis: false, inYears: 0), _ => { }),
            "advice before the sitting" => Advice(await ScheduledAsync(withAnalysis: true, inYears: 4), _ => { }),
            "advice with a stale etag" => Advice(await InAsync(CaseState.Scheduled), r => r.Etag = "\"9\""),
            "decide otherwise without reason" => Decide(await InAsync(CaseState.Advised), r => r.FollowAdvice = false),
            "decide with a long reason" => Decide(unknown, r => r.Reason = TooLong),
            "decide an unknown case" => Decide(unknown, _ => { }),
            "decide a registered case" => Decide(await InAsync(CaseState.Registered), _ => { }),
            "decide with a stale etag" => Decide(await InAsync(CaseState.Advised), r => r.Etag = "\"9\""),
            "purchase without product" => Purchase(unknown, r => r.ProductId = ""),
            "purchase of something that is no code" => Purchase(unknown, r => r.ProductId = "een plek voor Sanne"),
            "purchase for an unknown case" => Purchase(unknown, _ => { }),
            "purchase for a registered case" => Purchase(await InAsync(CaseState.Registered), _ => { }),
            "purchase with a stale etag" => Purchase(await InAsync(CaseState.Advised), r => r.Etag = "\"9\""),
            "get without purpose" => async () => await host.Chair.GetCaseAsync(new() { Id = unknown }),
            "get with the purpose of lists" => async () => await host.Chair.GetCaseAsync(new() { Id = unknown, Purpose = ReadPurpose.Overview }),
            "get with a purpose that does not exist" => async () => await host.Chair.GetCaseAsync(new() { Id = unknown, Purpose = (ReadPurpose)99 }),
            "get an id of another form" => () => host.ReadAsync("1"),
            "get an unknown case" => () => host.ReadAsync(unknown),
            "list with negative size" => async () => await host.Chair.ListCasesAsync(new() { PageSize = -1 }),
            "list with a damaged token" => async () => await host.Chair.ListCasesAsync(new() { PageToken = "damaged" }),
            "list in a state that does not exist" => async () => await host.Chair.ListCasesAsync(new() { State = (CaseState)99 }),
            "reads of an unknown case" => async () => await host.Officer.ListCaseReadsAsync(new() { Id = unknown }),
            "reads of an id of another form" => async () => await host.Officer.ListCaseReadsAsync(new() { Id = "1" }),
            "reads with a damaged token" => await ReadsWithDamagedTokenAsync(),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "No such call."),
        };
    }

    private Func<Task> Register(Action<RegisterCaseRequest> spoil) => Spoilt(Requests.Register(), spoil, async r => await host.Guide.RegisterCaseAsync(r));

    private Func<Task> Triage(string id, Action<TriageCaseRequest> spoil) => Spoilt(Requests.Accept(id), spoil, async r => await host.Chair.TriageCaseAsync(r));

    private Func<Task> Analysis(string id, Action<RecordAnalysisRequest> spoil) => Spoilt(Requests.Analysis(id), spoil, async r => await host.Guide.RecordAnalysisAsync(r));

    private Func<Task> Schedule(string id, Action<ScheduleCaseRequest> spoil) => Spoilt(Requests.Schedule(id), spoil, async r => await host.Guide.ScheduleCaseAsync(r));

    private Func<Task> Advice(string id, Action<GiveAdviceRequest> spoil) => Spoilt(Requests.Advice(id), spoil, async r => await host.Chair.GiveAdviceAsync(r));

    private Func<Task> Decide(string id, Action<DecideCaseRequest> spoil) => Spoilt(Requests.Decide(id), spoil, async r => await host.Chair.DecideCaseAsync(r));

    private Func<Task> Purchase(string id, Action<RequestPurchaseRequest> spoil) => Spoilt(Requests.Purchase(id), spoil, async r => await host.Guide.RequestPurchaseAsync(r));

    private static Func<Task> Spoilt<T>(T request, Action<T> spoil, Func<T, Task> send)
    {
        spoil(request);
        return () => send(request);
    }

    private async Task<Func<Task>> SecondLeadAsync()
    {
        var id = await InAsync(CaseState.Accepted);
        var chair = host.FollowUpAs(Regio.ServiceDefaults.Security.Roles.TableChair);
        await chair.AssignLeadAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id, Lead = "the first" });
        return async () => await chair.AssignLeadAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id, Lead = "the second" });
    }

    private Task<Func<Task>> StopClockAsync(string id) => Task.FromResult<Func<Task>>(async () =>
        await host.FollowUpAs(Regio.ServiceDefaults.Security.Roles.TableChair).StopClockAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id, Reason = ClockStopReason.Court }));

    private async Task<Func<Task>> DecideElsewhereAsync()
    {
        var id = (await host.CaseInAsync(CaseState.Advised, "GM0114")).Id;
        return async () => await host.Assen.DecideCaseAsync(Requests.Decide(id));
    }

    private async Task<string> InAsync(CaseState state) => (await host.CaseInAsync(state)).Id;

    private async Task<string> ScheduledAsync(bool withAnalysis, int inYears)
    {
        var id = await InAsync(CaseState.Accepted);
        if (withAnalysis)
            await host.Guide.RecordAnalysisAsync(Requests.Analysis(id));
        var schedule = Requests.Schedule(id);
        schedule.SittingDate = new() { Year = schedule.SittingDate.Year + inYears, Month = 12, Day = 31 };
        await host.Guide.ScheduleCaseAsync(schedule);
        return id;
    }

    private async Task<Func<Task>> ReadsWithDamagedTokenAsync()
    {
        var id = await InAsync(CaseState.Registered);
        return async () => await host.Officer.ListCaseReadsAsync(new() { Id = id, PageToken = "damaged" });
    }

    /// <summary>Everything that a call could have changed, in numbers.</summary>
    private Task<string?> ContentAsync() => host.Database.ScalarAsync<string>(
        """
        select concat_ws(' ', (select sum(version) from case_file), (select count(*) from case_entry), (select count(*) from case_purchase),
            (select count(*) from case_transition), (select count(*) from case_read), (select max(sequence) from outbox_message),
            (select count(*) from idempotency_record), (select count(*) from vault.subject), (select count(*) from vault.identity),
            (select count(*) from vault.pseudonym))
        """);
}
