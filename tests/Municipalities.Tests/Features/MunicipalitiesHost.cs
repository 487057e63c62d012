using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using Regio.Testing.Rpcs;

[assembly: AssemblyFixture(typeof(TestServers))]

namespace Regio.Municipalities.Tests.Features;

/// <summary>The service on a database and a virtual host of its own, shared by the tests of a class.</summary>
public sealed class MunicipalitiesHost(TestServers servers) : IAsyncLifetime, IServiceUnderTest
{
    public const string CostQueue = "reporting-on-cost-allocated";
    public const string MunicipalityQueue = "reporting-on-municipality-recorded";
    public const string KeyQueue = "reporting-on-allocation-key-adopted";

    private ServiceHost<MunicipalitiesDbContext>? _host;

    public TestDatabase Database { get; private set; } = null!;

    public TestBroker Broker { get; private set; } = null!;

    public MunicipalityService.MunicipalityServiceClient Register { get; private set; } = null!;

    /// <summary>The register for whoever keeps it.</summary>
    public MunicipalityService.MunicipalityServiceClient Keeping { get; private set; } = null!;

    public CostService.CostServiceClient Costs { get; private set; } = null!;

    public RoundService.RoundServiceClient Rounds { get; private set; } = null!;

    public RoundStatusService.RoundStatusServiceClient Standing { get; private set; } = null!;

    public FormalViewService.FormalViewServiceClient Views { get; private set; } = null!;

    public CouncilDecisionService.CouncilDecisionServiceClient Decisions { get; private set; } = null!;

    public MandateService.MandateServiceClient Mandates { get; private set; } = null!;

    public BodyService.BodyServiceClient Bodies { get; private set; } = null!;

    public MeetingService.MeetingServiceClient Meetings { get; private set; } = null!;

    public CouncilMeetingService.CouncilMeetingServiceClient CouncilMeetings { get; private set; } = null!;

    public AgreementService.AgreementServiceClient Agreements { get; private set; } = null!;

    public ResponsibilityService.ResponsibilityServiceClient Responsibilities { get; private set; } = null!;

    public InvoiceService.InvoiceServiceClient Invoices { get; private set; } = null!;

    public FundService.FundServiceClient Funds { get; private set; } = null!;

    public HourClaimService.HourClaimServiceClient HourClaims { get; private set; } = null!;

    public MemoryService.MemoryServiceClient Memory { get; private set; } = null!;

    public GlossaryService.GlossaryServiceClient Glossary { get; private set; } = null!;

    public HandoverService.HandoverServiceClient Handover { get; private set; } = null!;

    public PaperService.PaperServiceClient Papers { get; private set; } = null!;

    public AssessmentService.AssessmentServiceClient Assessments { get; private set; } = null!;

    public GoalService.GoalServiceClient Goals { get; private set; } = null!;

    public WorkService.WorkServiceClient Work { get; private set; } = null!;

    public StaffingService.StaffingServiceClient Staffing { get; private set; } = null!;

    public PlanningService.PlanningServiceClient Planning { get; private set; } = null!;

    public LawService.LawServiceClient Laws { get; private set; } = null!;

    internal ServiceHost<MunicipalitiesDbContext> Host => _host!;

    /// <summary>Changes to the services; to be set before the start.</summary>
    internal Action<IServiceCollection>? Changes { get; set; }

    IServiceProvider IServiceUnderTest.Services => Host.Services;

    /// <summary>What a process of the service is given.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["ConnectionStrings:municipalitiesdb"] = Database.ConnectionString,
        ["ConnectionStrings:bus"] = Broker.Address.ToString(),
    };

    public async ValueTask InitializeAsync()
    {
        Database = await servers.CreateDatabaseAsync<MunicipalitiesDbContext>();
        Broker = await servers.CreateBrokerAsync();
        _host = await StartAsync();
        await Eventually.Holds("the register is loaded", async () => await Database.ScalarAsync<long>(
            "select count(*) from information_schema.tables where table_name = 'claim'") == 1
            && await Database.ScalarAsync<long>("select count(*) from municipality") == 12);
        var channel = _host.CreateChannel(TestTokens.For(Roles.Finance));
        (Register, Costs) = (new(channel), new(channel));
        var leading = _host.CreateChannel(TestTokens.For(Roles.Regiomanager));
        (Rounds, Standing, Views, Decisions, Mandates) = (new(leading), new(leading), new(leading), new(leading), new(leading));
        Keeping = new(leading);
        Agreements = new(leading);
        Responsibilities = new(leading);
        Invoices = new(leading);
        Funds = new(leading);
        HourClaims = new(leading);
        Bodies = new(leading);
        Meetings = new(leading);
        CouncilMeetings = new(leading);
        Memory = new(leading);
        Glossary = new(leading);
        Handover = new(leading);
        Papers = new(leading);
        Assessments = new(leading);
        Goals = new(leading);
        Work = new(leading);
        Staffing = new(leading);
        Planning = new(leading);
        Laws = new(leading);
    }

    public CallInvoker Invoker(string? token) => Host.Invoker(token);

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        await Database.DisposeAsync();
        await Broker.DisposeAsync();
    }

    /// <summary>Another process of the service on the same database and bus.</summary>
    internal Task<ServiceHost<MunicipalitiesDbContext>> StartAsync() => ServiceHost<MunicipalitiesDbContext>.StartAsync(Settings, Changes);
}
