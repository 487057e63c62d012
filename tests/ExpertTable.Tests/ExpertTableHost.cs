using System.Security.Cryptography;
using Grpc.Core;
using Regio.Common.V1;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;
using Regio.Testing;
using Regio.Testing.Rpcs;

namespace Regio.ExpertTable.Tests;

/// <summary>The service on a database and a virtual host of its own, shared by the tests of a class.</summary>
public sealed class ExpertTableHost(Suite suite) : IAsyncLifetime, IServiceUnderTest
{
    public const string StateQueue = "reporting-on-case-state-changed";
    public const string PurchaseQueue = "procurement-on-request-purchase";

    private readonly string _lookupKey = Key();
    private readonly SemaphoreSlim _planning = new(1);
    private string? _sitting;
    private ServiceHost<ExpertTableDbContext>? _host;

    /// <summary>Key that the vault has from the start.</summary>
    public string FirstKey { get; } = Key();

    public TestDatabase Database { get; private set; } = null!;

    public TestBroker Broker { get; private set; } = null!;

    public CaseService.CaseServiceClient Chair { get; private set; } = null!;

    public CaseService.CaseServiceClient Guide { get; private set; } = null!;

    public CaseService.CaseServiceClient Member { get; private set; } = null!;

    public CaseService.CaseServiceClient Officer { get; private set; } = null!;

    /// <summary>The policy adviser of Assen.</summary>
    public CaseService.CaseServiceClient Assen { get; private set; } = null!;

    public static Date Today => TimeProvider.System.DutchToday().ToProto();

    internal ServiceHost<ExpertTableDbContext> Host => _host!;

    IServiceProvider IServiceUnderTest.Services => Host.Services;

    /// <summary>What a process of the service is given.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["ConnectionStrings:experttabledb"] = Database.ConnectionString,
        ["ConnectionStrings:bus"] = Broker.Address.ToString(),
        ["services:municipalities:grpc:0"] = suite.Municipalities,
        ["Vault:Keys:first"] = FirstKey,
        ["Vault:CurrentKey"] = "first",
        ["Vault:LookupKey"] = _lookupKey,
    };

    public async ValueTask InitializeAsync()
    {
        Database = await suite.Servers.CreateDatabaseAsync<ExpertTableDbContext>();
        Broker = await suite.Servers.CreateBrokerAsync();
        _host = await StartAsync();
        Chair = As(Roles.TableChair);
        Guide = As(Roles.ProcessGuide);
        Member = As(Roles.TableMember);
        Officer = As(Roles.PrivacyOfficer);
        Assen = As(Roles.PolicyAdviser, "GM0106");
    }

    public static string Key() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public static string NewId() => Guid.CreateVersion7().ToString();

    public CaseService.CaseServiceClient As(string role, string? municipality = null, string? subject = null) => new(Host.Invoker(
        TestTokens.Create(new TestToken { Subject = subject ?? $"a {role}", Roles = [role], Municipality = municipality })));

    /// <summary>The privacy officer, at the log itself.</summary>
    public ReadLogService.ReadLogServiceClient Log(string? municipality = null) => new(Invoker(TestTokens.For(Roles.PrivacyOfficer, municipality)));

    public CapacityService.CapacityServiceClient Capacity(string role = Roles.TableChair, string? municipality = null) =>
        new(Invoker(TestTokens.For(role, municipality)));

    public async Task<StaffMember> StaffAsync(StaffKind kind = StaffKind.Guide) =>
        (await Capacity().RecordStaffMemberAsync(Staff.Member(kind))).Member;

    public CallInvoker Invoker(string? token) => Host.Invoker(token);

    /// <summary>A case in the state, by the way that leads there.</summary>
    public async Task<Case> CaseInAsync(CaseState state, string municipality = "GM0106")
    {
        var file = (await Guide.RegisterCaseAsync(Requests.Register(municipality))).Case;
        if (state == CaseState.Registered)
            return file;
        if (state == CaseState.Returned)
            return (await Chair.TriageCaseAsync(Requests.Return(file.Id))).Case;
        file = (await Chair.TriageCaseAsync(Requests.Accept(file.Id))).Case;
        if (state == CaseState.Accepted)
            return file;
        await Guide.RecordAnalysisAsync(Requests.Analysis(file.Id));
        file = (await Chair.ScheduleCaseAsync(new() { RequestId = NewId(), Id = file.Id, SittingId = await SittingAsync() })).Case;
        if (state == CaseState.Scheduled)
            return file;
        file = (await Chair.GiveAdviceAsync(Requests.Advice(file.Id))).Case;
        if (state == CaseState.Advised)
            return file;
        file = (await Chair.DecideCaseAsync(Requests.Decide(file.Id))).Case;
        return state == CaseState.Decided ? file : await FollowUpToAsync(file.Id, state);
    }

    public CaseFollowUpService.CaseFollowUpServiceClient FollowUpAs(string role, string? municipality = null) =>
        new(Host.Invoker(TestTokens.Create(new TestToken { Subject = $"a {role}", Roles = [role], Municipality = municipality })));

    /// <summary>Every change of the follow-up, right in form, on a case.</summary>
    public static Func<string, Task>[] FollowUpCalls(CaseFollowUpService.CaseFollowUpServiceClient by) =>
    [
        async id => await by.BreakThroughAsync(FollowUps.BreakThrough(id)),
        async id => await by.StartExecutionAsync(FollowUps.Start(id)),
        async id => await by.ReportStuckAsync(FollowUps.Stuck(id)),
        async id => await by.ResumeExecutionAsync(new() { RequestId = NewId(), Id = id, Reason = "Er is toch plek." }),
        async id => await by.EscalateCaseAsync(FollowUps.Escalate(id)),
        async id => await by.EndEscalationAsync(FollowUps.EndEscalation(id, toTable: false)),
        async id => await by.BringBackCaseAsync(new() { RequestId = NewId(), Id = id, Reason = "Opnieuw kijken." }),
        async id => await by.RecordOutcomeAsync(FollowUps.Outcome(id)),
        async id => await by.EvaluateCaseAsync(FollowUps.Evaluate(id)),
        async id => await by.CloseCaseAsync(FollowUps.Close(id)),
        async id => await by.ReopenCaseAsync(FollowUps.Reopen(id)),
        async id => await by.AssignLeadAsync(new() { RequestId = NewId(), Id = id, Lead = "a lead" }),
        async id => await by.EndLeadAsync(new() { RequestId = NewId(), Id = id }),
        async id => await by.StopClockAsync(new() { RequestId = NewId(), Id = id, Reason = ClockStopReason.Court }),
        async id => await by.ResumeClockAsync(new() { RequestId = NewId(), Id = id }),
    ];

    private async Task<Case> FollowUpToAsync(string id, CaseState state)
    {
        var chair = FollowUpAs(Roles.TableChair);
        var file = (await chair.StartExecutionAsync(FollowUps.Start(id))).Case;
        if (state == CaseState.InExecution)
            return file;
        if (state is CaseState.Stuck or CaseState.Escalated)
        {
            file = (await chair.ReportStuckAsync(FollowUps.Stuck(id))).Case;
            return state == CaseState.Stuck ? file : (await chair.EscalateCaseAsync(FollowUps.Escalate(id))).Case;
        }

        file = (await chair.RecordOutcomeAsync(FollowUps.Outcome(id))).Case;
        if (state == CaseState.InEvaluation)
            return file;
        await chair.EvaluateCaseAsync(FollowUps.Evaluate(id));
        return (await chair.CloseCaseAsync(FollowUps.Close(id))).Case;
    }

    public async Task<Case> ReadAsync(string id, CaseService.CaseServiceClient? reader = null) =>
        (await (reader ?? Chair).GetCaseAsync(new() { Id = id, Purpose = ReadPurpose.Treatment })).Case;

    /// <summary>The sitting that the cases of this host are on, with the members of the tests invited.</summary>
    public async Task<string> SittingAsync()
    {
        await _planning.WaitAsync();
        try
        {
            return _sitting ??= (await Sittings().PlanSittingAsync(Diary.Plan("a table-member", "lid 7"))).Sitting.Id;
        }
        finally
        {
            _planning.Release();
        }
    }

    public SittingService.SittingServiceClient Sittings(string role = Roles.TableChair, string? subject = null, string? municipality = null) =>
        new(Invoker(TestTokens.Create(new TestToken { Subject = subject ?? $"a {role}", Roles = [role], Municipality = municipality })));

    public ConsentService.ConsentServiceClient Consents(string role = Roles.ProcessGuide, string? municipality = null) =>
        new(Invoker(TestTokens.For(role, municipality)));

    public RetentionService.RetentionServiceClient Keeper(string? municipality = null) => new(Invoker(TestTokens.For(Roles.PrivacyOfficer, municipality)));

    public SubjectRightsService.SubjectRightsServiceClient Rights(string? municipality = null) => new(Invoker(TestTokens.For(Roles.PrivacyOfficer, municipality)));

    public EmergencyService.EmergencyServiceClient Emergency(string role, string? municipality = null, string? subject = null) =>
        new(Invoker(TestTokens.Create(new TestToken { Subject = subject ?? $"a {role}", Roles = [role], Municipality = municipality })));

    public async Task<long> CountAsync(string sql) => await Database.ScalarAsync<long>(sql);

    public async ValueTask DisposeAsync()
    {
        _planning.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        await Database.DisposeAsync();
        await Broker.DisposeAsync();
    }

    /// <summary>Another process of the service on the same database and bus.</summary>
    internal async Task<ServiceHost<ExpertTableDbContext>> StartAsync(IReadOnlyDictionary<string, string?>? settings = null)
    {
        var all = new Dictionary<string, string?>(Settings);
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>())
            all[name] = value;
        var host = await ServiceHost<ExpertTableDbContext>.StartAsync(all);
        using var http = host.CreateHttpClient();
        await Eventually.Holds("the service is ready", async () =>
        {
            using var answer = await http.GetAsync(new Uri("/health", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        });
        return host;
    }
}
