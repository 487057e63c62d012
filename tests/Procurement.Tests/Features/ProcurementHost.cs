using System.Security.Cryptography;
using Grpc.Core;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Regio.Common.V1;
using Regio.Municipalities.Persistence;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using Regio.Testing.Rpcs;

[assembly: AssemblyFixture(typeof(TestServers))]

namespace Regio.Procurement.Tests.Features;

/// <summary>Procurement and, beside it, Municipalities, each on a database of its own; shared by all feature tests.</summary>
public sealed class ProcurementHost(TestServers servers) : IAsyncLifetime, IServiceUnderTest
{
    private readonly string _vaultKey = NewKey();
    private readonly string _lookupKey = NewKey();
    private TestDatabase? _registerDatabase;
    private ServiceHost<MunicipalitiesDbContext>? _register;
    private ServiceHost<ProcurementDbContext>? _host;
    private int _agbCodes;

    public TestDatabase Database { get; private set; } = null!;

    public TestBroker Broker { get; private set; } = null!;

    public CatalogueService.CatalogueServiceClient Catalogue { get; private set; } = null!;

    public ProviderService.ProviderServiceClient Providers { get; private set; } = null!;

    public ContractService.ContractServiceClient Contracts { get; private set; } = null!;

    public PurchaseRequestService.PurchaseRequestServiceClient Purchases { get; private set; } = null!;

    internal ServiceHost<ProcurementDbContext> Host => _host!;

    IServiceProvider IServiceUnderTest.Services => Host.Services;

    internal ServiceHost<MunicipalitiesDbContext> Register => _register!;

    /// <summary>What a process of the service is given.</summary>
    public IReadOnlyDictionary<string, string?> Settings => SettingsWith(Register.GrpcAddress.ToString());

    public async ValueTask InitializeAsync()
    {
        _registerDatabase = await servers.CreateDatabaseAsync<MunicipalitiesDbContext>();
        Database = await servers.CreateDatabaseAsync<ProcurementDbContext>();
        Broker = await servers.CreateBrokerAsync();
        _register = await ServiceHost<MunicipalitiesDbContext>.StartAsync(new Dictionary<string, string?>
        {
            ["ConnectionStrings:municipalitiesdb"] = _registerDatabase.ConnectionString,
            ["ConnectionStrings:bus"] = Broker.Address.ToString(),
        });
        _host = await StartAsync(_register.GrpcAddress.ToString());
        await ReadyAsync(_register.CreateHttpClient());
        await ReadyAsync(_host.CreateHttpClient());

        var channel = _host.CreateChannel(TestTokens.For(Roles.ContractManager));
        (Catalogue, Providers, Contracts, Purchases) = (new(channel), new(channel), new(channel), new(channel));
    }

    /// <summary>Another process of the service on the same database and bus.</summary>
    internal Task<ServiceHost<ProcurementDbContext>> StartAsync(string registerAddress, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var all = SettingsWith(registerAddress);
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>())
            all[name] = value;
        return ServiceHost<ProcurementDbContext>.StartAsync(all);
    }

    public CallInvoker Invoker(string? token) => Host.Invoker(token);

    internal ContractService.ContractServiceClient ContractsOf(string token) => new(Invoker(token));

    /// <summary>Sends over the real broker; the same message id twice is the same message.</summary>
    public Task PublishAsync<T>(T message, Guid? messageId = null)
        where T : class =>
        Host.Services.GetRequiredService<IBus>().Publish(message, context => context.MessageId = messageId ?? Guid.CreateVersion7());

    public string NewAgbCode() => $"{Interlocked.Increment(ref _agbCodes):00000000}";

    public async Task<Provider> CreateProviderAsync(string name = "Yorneo")
    {
        var answer = await Providers.CreateProviderAsync(new CreateProviderRequest
        {
            RequestId = NewId(),
            Provider = new Provider { Name = name, AgbCode = NewAgbCode() },
        });
        return answer.Provider;
    }

    /// <summary>A request that is right in all respects: ambulatory help for Zuid-Drenthe in 2026.</summary>
    public async Task<CreateContractRequest> RequestAsync(string? providerId = null) => new()
    {
        RequestId = NewId(),
        Contract = new Contract
        {
            ProviderId = providerId ?? (await CreateProviderAsync()).Id,
            Subject = "Ambulante hulp Zuid-Drenthe",
            Period = Year(2026),
            Lines = { Line() },
            Clocks = new ContractClocks { NoticeMonths = 3, RenewalMonths = 12, MostRenewals = 2 },
        },
    };

    public async Task<Contract> DraftAsync(string? providerId = null) => (await Contracts.CreateContractAsync(await RequestAsync(providerId))).Contract;

    public async Task<Contract> SignAsync(Contract draft) =>
        (await Contracts.SignContractAsync(new SignContractRequest { RequestId = NewId(), Id = draft.Id, Etag = draft.Etag })).Contract;

    public static ContractLine Line(string product = "ambulatory-help", string buyer = "ZD", int year = 2026) => new()
    {
        ProductId = product,
        BuyerId = buyer,
        Unit = TariffUnit.Hour,
        TariffCents = 95_00,
        Period = Year(year),
    };

    public static Period Year(int year) => new() { StartDate = Day(year, 1, 1), EndDate = Day(year + 1, 1, 1) };

    public static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };

    public static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public static string NewId() => Guid.CreateVersion7().ToString("D");

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        if (_register is not null)
            await _register.DisposeAsync();
        await Database.DisposeAsync();
        if (_registerDatabase is not null)
            await _registerDatabase.DisposeAsync();
        await Broker.DisposeAsync();
    }

    private Dictionary<string, string?> SettingsWith(string registerAddress) => new()
    {
        ["ConnectionStrings:procurementdb"] = Database.ConnectionString,
        ["ConnectionStrings:bus"] = Broker.Address.ToString(),
        ["services:municipalities:grpc:0"] = registerAddress,
        ["Vault:Keys:first"] = _vaultKey,
        ["Vault:CurrentKey"] = "first",
        ["Vault:LookupKey"] = _lookupKey,
    };

    internal static async Task ReadyAsync(HttpClient http)
    {
        using (http)
        {
            await Eventually.Holds("the service is ready", async () =>
            {
                using var answer = await http.GetAsync(new Uri("/health", UriKind.Relative));
                return answer.IsSuccessStatusCode;
            });
        }
    }
}

/// <summary>The tests that share the two services.</summary>
[CollectionDefinition(nameof(ProcurementHost))]
public sealed class ProcurementFeatures : ICollectionFixture<ProcurementHost>;
