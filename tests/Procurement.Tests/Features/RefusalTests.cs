using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Regio.Common.V1;
using Regio.Procurement.V1;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Features;

/// <summary>What each rpc refuses, with which code, reason and field.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class RefusalTests(ProcurementHost host)
{
    private static readonly Date Unreal = new() { Year = 2026, Month = 2, Day = 30 };

    private static string Unknown => NewId();

    public static TheoryData<string, StatusCode, string, string> Table()
    {
        var table = new TheoryData<string, StatusCode, string, string>();
        void Form(string what, string field) => table.Add(what, StatusCode.InvalidArgument, "INVALID_REQUEST", field);
        void Rule(string what, StatusCode code, string reason, string field) => table.Add(what, code, reason, field);

        Form("resolve without product", "product_id");
        Form("resolve on a day that is none", "as_of");
        Rule("resolve an unknown product", StatusCode.NotFound, "PRODUCT_UNKNOWN", "product_id");
        Rule("resolve before there were rules", StatusCode.FailedPrecondition, "SCALE_RULE_MISSING", "as_of");
        Form("create provider with nothing", "provider");
        Form("create provider without request id", "request_id");
        Form("create provider without name", "provider.name");
        Form("create provider with another code", "provider.agb_code");
        Form("update provider without id", "provider.id");
        Rule("update provider without mask", StatusCode.InvalidArgument, "UPDATE_MASK_MISSING", "update_mask");
        Rule("update provider code", StatusCode.InvalidArgument, "FIELD_NOT_UPDATABLE", "update_mask");
        Rule("update an unknown provider", StatusCode.NotFound, "PROVIDER_UNKNOWN", "provider.id");
        Form("get provider of another form", "id");
        Rule("get an unknown provider", StatusCode.NotFound, "PROVIDER_UNKNOWN", "id");
        Form("list providers with negative size", "page_size");
        Rule("list providers with a damaged token", StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID", "page_token");
        Form("create contract with nothing", "contract");
        Form("create contract without provider", "contract.provider_id");
        Form("create contract without subject", "contract.subject");
        Form("create contract without period", "contract.period");
        Form("create contract that ends before it begins", "contract.period.end_date");
        Form("create contract without lines", "contract.lines");
        Form("create contract with too many lines", "contract.lines");
        Form("create contract with a line without product", "contract.lines[0].product_id");
        Form("create contract with a line without unit", "contract.lines[0].unit");
        Form("create contract with a line without buyer", "contract.lines[0].buyer_id");
        Form("create contract with a buyer of another form", "contract.lines[0].buyer_id");
        Form("create contract with a line for nothing", "contract.lines[0].tariff_cents");
        Form("create contract with a line on no day", "contract.lines[0].period.start_date");
        Rule("create contract of an unknown provider", StatusCode.NotFound, "PROVIDER_UNKNOWN", "contract.provider_id");
        Rule("create contract with an unknown product", StatusCode.NotFound, "PRODUCT_UNKNOWN", "contract.lines[0].product_id");
        Rule("create contract with a buyer on another scale", StatusCode.InvalidArgument, "BUYER_ON_OTHER_SCALE", "contract.lines[0].scale");
        Rule("create contract with an exception without ground", StatusCode.InvalidArgument, "EXCEPTION_GROUND_MISSING", "contract.lines[0].exception_ground");
        Rule("create contract with a line outside it", StatusCode.InvalidArgument, "LINE_OUTSIDE_CONTRACT", "contract.lines[0].period");
        Rule("create contract with a line twice", StatusCode.InvalidArgument, "LINES_OVERLAP", "contract.lines[1].period");
        Rule("update contract without mask", StatusCode.InvalidArgument, "UPDATE_MASK_MISSING", "update_mask");
        Form("update contract to no subject", "contract.subject");
        Rule("update an unknown contract", StatusCode.NotFound, "CONTRACT_UNKNOWN", "contract.id");
        Rule("update contract with a stale etag", StatusCode.Aborted, "ETAG_MISMATCH", "contract.etag");
        Rule("update a signed contract", StatusCode.FailedPrecondition, "CONTRACT_ADDENDUM_REQUIRED", "");
        Form("sign contract of another form", "id");
        Rule("sign an unknown contract", StatusCode.NotFound, "CONTRACT_UNKNOWN", "id");
        Rule("sign contract with a stale etag", StatusCode.Aborted, "ETAG_MISMATCH", "etag");
        Rule("sign a signed contract", StatusCode.FailedPrecondition, "CONTRACT_NOT_DRAFT", "");
        Form("terminate contract without day", "end_date");
        Rule("terminate an unknown contract", StatusCode.NotFound, "CONTRACT_UNKNOWN", "id");
        Rule("terminate a draft", StatusCode.FailedPrecondition, "CONTRACT_NOT_SIGNED", "");
        Rule("terminate contract outside its period", StatusCode.InvalidArgument, "END_DATE_OUTSIDE_CONTRACT", "end_date");
        Rule("terminate contract with a stale etag", StatusCode.Aborted, "ETAG_MISMATCH", "etag");
        Form("get contract of another form", "id");
        Rule("get an unknown contract", StatusCode.NotFound, "CONTRACT_UNKNOWN", "id");
        Form("list contracts of a provider of another form", "provider_id");
        Form("list contracts in a state that is none", "state");
        Rule("list contracts with a token of another query", StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID", "page_token");
        Form("no positions", "keys");
        Form("too many positions", "keys");
        Form("a position of another form", "keys[1].municipality_id");
        Form("watch contracts of a provider of another form", "provider_id");
        Form("list purchase requests with negative size", "page_size");
        Form("decide without request id", "request_id");
        Rule("decide an unknown purchase request", StatusCode.NotFound, "PURCHASE_REQUEST_UNKNOWN", "id");
        return table;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_wrong_request_is_refused_with_code_reason_and_field_and_changes_nothing(string what, StatusCode code, string reason, string field)
    {
        var call = await PrepareAsync(what);
        var before = await StateAsync();

        var refused = await Refused.ByAsync(call);

        Assert.Equal((code, reason), (refused.Code, refused.Reason));
        if (field.Length > 0)
            Assert.Contains(field, refused.Fields);
        Assert.Equal(before, await StateAsync());
    }

    private Task<string?> StateAsync() => host.Database.ScalarAsync<string>(
        """
        select concat_ws(' ',
            (select concat(count(*), '/', sum(version)) from provider), (select concat(count(*), '/', sum(version)) from contract),
            (select count(*) from contract_line), (select count(*) from outbox_message), (select count(*) from purchase_request))
        """);

    private async Task<Func<Task>> PrepareAsync(string what)
    {
        var (catalogue, providers, contracts, purchases) = (host.Catalogue, host.Providers, host.Contracts, host.Purchases);
        if (what.StartsWith("create contract", StringComparison.Ordinal))
            return await CreateAsync(what);
        if (what is "update provider without mask" or "update provider code" or "update an unknown provider" or "update provider without id")
            return await UpdateProviderAsync(what);
        if (what.Contains("contract", StringComparison.Ordinal) && what.Split(' ')[0] is "update" or "sign" or "terminate" || what is "terminate a draft" or "update a signed contract")
            return await ChangeAsync(what);
        return what switch
        {
            "resolve without product" => async () => await catalogue.ResolveScaleAsync(new()),
            "resolve on a day that is none" => async () => await catalogue.ResolveScaleAsync(new() { ProductId = "foster-care", AsOf = Unreal }),
            "resolve an unknown product" => async () => await catalogue.ResolveScaleAsync(new() { ProductId = "x" }),
            "resolve before there were rules" => async () => await catalogue.ResolveScaleAsync(new() { ProductId = "foster-care", AsOf = Day(2014, 1, 1) }),
            "create provider with nothing" => async () => await providers.CreateProviderAsync(new() { RequestId = NewId() }),
            "create provider without request id" => async () => await providers.CreateProviderAsync(new() { Provider = new() { Name = "x", AgbCode = "98765432" } }),
            "create provider without name" => async () => await providers.CreateProviderAsync(new() { RequestId = NewId(), Provider = new() { AgbCode = "98765432" } }),
            "create provider with another code" => async () => await providers.CreateProviderAsync(new() { RequestId = NewId(), Provider = new() { Name = "x", AgbCode = "12a" } }),
            "get provider of another form" => async () => await providers.GetProviderAsync(new() { Id = "1" }),
            "get an unknown provider" => async () => await providers.GetProviderAsync(new() { Id = Unknown }),
            "list providers with negative size" => async () => await providers.ListProvidersAsync(new() { PageSize = -1 }),
            "list providers with a damaged token" => async () => await providers.ListProvidersAsync(new() { PageToken = "abc" }),
            "get contract of another form" => async () => await contracts.GetContractAsync(new() { Id = "1" }),
            "get an unknown contract" => async () => await contracts.GetContractAsync(new() { Id = Unknown }),
            "list contracts of a provider of another form" => async () => await contracts.ListContractsAsync(new() { ProviderId = "x" }),
            "list contracts in a state that is none" => async () => await contracts.ListContractsAsync(new() { State = (ContractState)9 }),
            "list contracts with a token of another query" => await TokenOfAnotherQueryAsync(),
            "no positions" => async () => await contracts.BatchGetContractPositionsAsync(new()),
            "too many positions" => async () => await contracts.BatchGetContractPositionsAsync(new() { Keys = { Enumerable.Repeat(Position("GM0114"), 501) } }),
            "a position of another form" => async () => await contracts.BatchGetContractPositionsAsync(new() { Keys = { Position("GM0114"), Position("Emmen") } }),
            "watch contracts of a provider of another form" => async () => await contracts.WatchContracts(new() { ProviderId = "x" }).ResponseStream.MoveNext(),
            "list purchase requests with negative size" => async () => await purchases.ListPurchaseRequestsAsync(new() { PageSize = -1 }),
            "decide without request id" => async () => await purchases.DecidePurchaseRequestAsync(new() { Id = Unknown, Grant = true }),
            "decide an unknown purchase request" => async () => await purchases.DecidePurchaseRequestAsync(new() { RequestId = NewId(), Id = Unknown, Grant = true }),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "No such call."),
        };
    }

    private async Task<Func<Task>> CreateAsync(string what)
    {
        var request = await host.RequestAsync();
        var (contract, line) = (request.Contract, request.Contract.Lines[0]);
        Action spoil = what switch
        {
            "create contract with nothing" => () => request.Contract = null,
            "create contract without provider" => () => contract.ProviderId = "",
            "create contract without subject" => () => contract.Subject = " ",
            "create contract without period" => () => contract.Period = null,
            "create contract that ends before it begins" => () => contract.Period.EndDate = Day(2025, 1, 1),
            "create contract without lines" => contract.Lines.Clear,
            "create contract with too many lines" => () => contract.Lines.AddRange(Enumerable.Repeat(line, 200)),
            "create contract with a line without product" => () => line.ProductId = "",
            "create contract with a line without unit" => () => line.Unit = TariffUnit.Unspecified,
            "create contract with a line without buyer" => () => line.BuyerId = "",
            "create contract with a buyer of another form" => () => line.BuyerId = "zd\n",
            "create contract with a line for nothing" => () => line.TariffCents = 0,
            "create contract with a line on no day" => () => line.Period.StartDate = Unreal,
            "create contract of an unknown provider" => () => contract.ProviderId = Unknown,
            "create contract with an unknown product" => () => line.ProductId = "x",
            "create contract with a buyer on another scale" => () => line.Scale = Scale.Drenthe,
            "create contract with an exception without ground" => () => line.ScaleException = ScaleException.Crisis,
            "create contract with a line outside it" => () => line.Period.EndDate = null,
            "create contract with a line twice" => () => contract.Lines.Add(line.Clone()),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "No such call."),
        };
        spoil();
        return async () => await host.Contracts.CreateContractAsync(request);
    }

    private async Task<Func<Task>> UpdateProviderAsync(string what)
    {
        var provider = await host.CreateProviderAsync();
        var request = new UpdateProviderRequest { RequestId = NewId(), Provider = provider, UpdateMask = new FieldMask { Paths = { "name" } } };
        Action spoil = what switch
        {
            "update provider without id" => () => provider.Id = "",
            "update provider without mask" => () => request.UpdateMask = null,
            "update provider code" => () => request.UpdateMask.Paths.Add("agb_code"),
            _ => () => provider.Id = Unknown,
        };
        spoil();
        return async () => await host.Providers.UpdateProviderAsync(request);
    }

    private async Task<Func<Task>> ChangeAsync(string what)
    {
        var contract = await host.DraftAsync();
        if (what is "update a signed contract" or "sign a signed contract" or "terminate contract outside its period" or "terminate contract with a stale etag")
            contract = await host.SignAsync(contract);
        var id = what.Contains("unknown", StringComparison.Ordinal) ? Unknown : what.Contains("another form", StringComparison.Ordinal) ? "1" : contract.Id;
        var etag = what.Contains("stale", StringComparison.Ordinal) ? "\"0\"" : "";
        var endDate = what.Contains("without day", StringComparison.Ordinal) ? null : what.Contains("outside", StringComparison.Ordinal) ? Day(2030, 1, 1) : Day(2026, 6, 1);
        var update = new UpdateContractRequest
        {
            RequestId = NewId(),
            Contract = new Contract { Id = id, Etag = etag, Subject = what.Contains("no subject", StringComparison.Ordinal) ? "" : "Anders" },
            UpdateMask = what.Contains("without mask", StringComparison.Ordinal) ? null : new FieldMask { Paths = { "subject" } },
        };
        return what.Split(' ')[0] switch
        {
            "update" => async () => await host.Contracts.UpdateContractAsync(update),
            "sign" => async () => await host.Contracts.SignContractAsync(new() { RequestId = NewId(), Id = id, Etag = etag }),
            _ => async () => await host.Contracts.TerminateContractAsync(new() { RequestId = NewId(), Id = id, Etag = etag, EndDate = endDate }),
        };
    }

    private async Task<Func<Task>> TokenOfAnotherQueryAsync()
    {
        var provider = await host.CreateProviderAsync();
        await host.DraftAsync(provider.Id);
        await host.DraftAsync(provider.Id);
        var page = await host.Contracts.ListContractsAsync(new() { ProviderId = provider.Id, PageSize = 1 });
        return async () => await host.Contracts.ListContractsAsync(new() { PageToken = page.NextPageToken });
    }

    private static ContractPositionKey Position(string municipality) => new() { MunicipalityId = municipality, ProductId = "foster-care" };
}
