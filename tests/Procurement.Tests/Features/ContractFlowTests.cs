using System.Diagnostics.Metrics;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Regio.Messages.Procurement.V1;
using Regio.Procurement.V1;
using Regio.Testing;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Features;

[Collection(nameof(ProcurementHost))]
public sealed class ContractFlowTests(ProcurementHost host)
{
    [Fact]
    public async Task A_draft_is_read_back_as_it_was_answered_with_the_scale_of_its_buyer()
    {
        var draft = await host.DraftAsync();

        Assert.Equal(ContractState.Draft, draft.State);
        Assert.Equal(Scale.ProcurementRegion, Assert.Single(draft.Lines).Scale);
        Assert.Null(draft.SignTime);
        Assert.Equal(draft, (await host.Contracts.GetContractAsync(new() { Id = draft.Id })).Contract);
    }

    [Fact]
    public async Task A_signed_contract_is_published_once_with_its_lines()
    {
        var draft = await host.DraftAsync();

        var signed = await host.SignAsync(draft);

        Assert.Equal(ContractState.Signed, signed.State);
        Assert.NotNull(signed.SignTime);
        Assert.NotEqual(draft.Etag, signed.Etag);
        var told = await ToldAsync<ContractSigned>(signed.Id);
        Assert.Equal((2, "Yorneo"), (told.AggregateVersion, told.ProviderName));
        var line = Assert.Single(told.Lines);
        Assert.Equal(("ambulatory-help", 5, "ZD", 95_00L, "hour"), (line.ProductId, line.Level, line.BuyerId, line.TariffCents, line.Unit));
        Assert.Null(line.ScaleException);
        await Eventually.Holds("the event has left", async () => await host.Database.ScalarAsync<long>(
            $"select count(*) from outbox_message where lane = '{signed.Id}' and sent_at is not null") == 1);
        Assert.True(await host.Broker.CountAsync("reporting-on-contract-signed") > 0);
    }

    [Fact]
    public async Task A_terminated_contract_holds_until_its_end_and_is_published()
    {
        var signed = await host.SignAsync(await host.DraftAsync());

        var ended = (await host.Contracts.TerminateContractAsync(new()
        {
            RequestId = NewId(), Id = signed.Id, Etag = signed.Etag, EndDate = Day(2026, 7, 1),
        })).Contract;

        Assert.Equal((ContractState.Terminated, Day(2026, 7, 1)), (ended.State, ended.TerminationDate));
        Assert.Equal(signed.Period, ended.Period);
        Assert.Equal(new DateOnly(2026, 7, 1), (await ToldAsync<ContractTerminated>(signed.Id)).EndDate);
        Assert.Equal(1, await PositionAsync(signed, "GM0114", Day(2026, 6, 30)));
        Assert.Equal(0, await PositionAsync(signed, "GM0114", Day(2026, 7, 1)));
    }

    [Theory]
    [InlineData("GM0114", 2026, 1)]
    [InlineData("GM0106", 2026, 0)]
    [InlineData("GM0114", 2025, 0)]
    public async Task A_position_is_what_a_municipality_gets_by_itself_or_its_regions_that_day(string municipality, int year, int expected)
    {
        var signed = await host.SignAsync(await host.DraftAsync());

        Assert.Equal(expected, await PositionAsync(signed, municipality, Day(year, 3, 1)));
    }

    [Fact]
    public async Task A_contract_that_is_not_signed_gives_no_position() =>
        Assert.Equal(0, await PositionAsync(await host.DraftAsync(), "GM0114", Day(2026, 3, 1)));

    [Fact]
    public async Task A_new_line_on_the_wrong_scale_is_refused_naming_the_rule_and_changes_nothing()
    {
        var before = await CountAsync("contract");
        var request = await host.RequestAsync();
        request.Contract.Lines[0] = Line("foster-care");

        var refused = await Refused.ByAsync(async () => await host.Contracts.CreateContractAsync(request));

        Assert.Equal((StatusCode.FailedPrecondition, "SCALE_RULE_VIOLATED"), (refused.Code, refused.Reason));
        Assert.Equal("contract.lines[0].buyer_id", Assert.Single(refused.Fields));
        Assert.Equal(("drenthe", "procurement-region"), (refused.Metadata["scale_wanted"], refused.Metadata["scale_given"]));
        var rule = (await host.Catalogue.ResolveScaleAsync(new() { ProductId = "foster-care", AsOf = Day(2026, 1, 1) })).ScaleRule;
        Assert.Equal((rule.Id, rule.Ground), (refused.Metadata["scale_rule_id"], refused.Metadata["ground"]));
        Assert.Equal(before, await CountAsync("contract"));

        request.Contract.Lines[0] = Line("foster-care", "JHRD");
        Assert.Equal(Scale.Drenthe, (await host.Contracts.CreateContractAsync(request)).Contract.Lines[0].Scale);
    }

    [Fact]
    public async Task A_line_outside_the_rule_with_a_ground_is_signed_and_counted()
    {
        var request = await host.RequestAsync();
        request.Contract.Lines[0] = Line("foster-care");
        request.Contract.Lines[0].ScaleException = ScaleException.Crisis;
        request.Contract.Lines[0].ExceptionGround = "Crisisplaatsing";

        var counted = 0L;
        using var listener = new MeterListener { InstrumentPublished = (instrument, meters) => Follow(instrument, meters) };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => Interlocked.Add(ref counted, IsCrisis(tags) ? value : 0));
        listener.Start();

        var signed = await host.SignAsync((await host.Contracts.CreateContractAsync(request)).Contract);

        Assert.Equal(1, counted);
        Assert.Equal(("crisis", "Crisisplaatsing"), (Assert.Single((await ToldAsync<ContractSigned>(signed.Id)).Lines).ScaleException, signed.Lines[0].ExceptionGround));
        Assert.Equal(1, await CountAsync($"contract_line where contract_id = '{signed.Id}' and scale_exception = 'Crisis'"));
    }

    [Theory]
    [InlineData("ZD", 2016, "REGION_UNKNOWN")]
    [InlineData("XX", 2026, "REGION_UNKNOWN")]
    [InlineData("GM9999", 2026, "MUNICIPALITY_UNKNOWN")]
    [InlineData("GM0114", 2014, "MUNICIPALITY_UNKNOWN")]
    public async Task A_buyer_must_exist_on_the_first_day_of_its_line(string buyer, int year, string reason)
    {
        var request = await host.RequestAsync();
        request.Contract.Period = Year(year);
        request.Contract.Lines[0] = Line(buyer: buyer, year: year);

        var refused = await Refused.ByAsync(async () => await host.Contracts.CreateContractAsync(request));

        Assert.Equal((StatusCode.NotFound, reason, "contract.lines[0].buyer_id"), (refused.Code, refused.Reason, refused.Fields[0]));
        Assert.Equal(buyer, refused.Metadata["buyer_id"]);
    }

    [Fact]
    public async Task In_2016_the_one_procurement_organisation_bought_for_all_of_Drenthe()
    {
        var request = await host.RequestAsync();
        request.Contract.Period = Year(2016);
        request.Contract.Lines[0] = Line(buyer: "INKOOP-DRENTHE", year: 2016);

        Assert.Equal(Scale.Drenthe, (await host.Contracts.CreateContractAsync(request)).Contract.Lines[0].Scale);
    }

    [Fact]
    public async Task An_update_changes_what_its_mask_names_and_nothing_else()
    {
        var draft = await host.DraftAsync();

        var changed = (await host.Contracts.UpdateContractAsync(new()
        {
            RequestId = NewId(),
            Contract = new Contract { Id = draft.Id, Etag = draft.Etag, Subject = "Anders", Period = Year(2030), Lines = { Line("daytime-care"), Line() } },
            UpdateMask = new FieldMask { Paths = { "subject", "lines" } },
        })).Contract;

        Assert.Equal(("Anders", draft.Period), (changed.Subject, changed.Period));
        Assert.Equal(["daytime-care", "ambulatory-help"], changed.Lines.Select(l => l.ProductId));
        Assert.Equal(changed, (await host.Contracts.GetContractAsync(new() { Id = draft.Id })).Contract);
        Assert.Equal(2, await CountAsync($"contract_line where contract_id = '{draft.Id}'"));
    }

    [Fact]
    public async Task The_same_line_is_signed_once_however_many_sign_at_the_same_time()
    {
        var provider = await host.CreateProviderAsync();
        var drafts = new[] { await host.DraftAsync(provider.Id), await host.DraftAsync(provider.Id), await host.DraftAsync(provider.Id) };

        var outcomes = await Task.WhenAll(drafts.Select(async draft =>
        {
            try
            {
                await host.SignAsync(draft);
                return "signed";
            }
            catch (RpcException exception)
            {
                return $"{exception.StatusCode} {Refused.Of(exception).Reason}";
            }
        }));

        Assert.Equal(["AlreadyExists CONTRACT_LINE_OVERLAPS", "AlreadyExists CONTRACT_LINE_OVERLAPS", "signed"], outcomes.Order());
        Assert.Equal(1, await CountAsync($"contract where provider_id = '{provider.Id}' and state = 'Signed'"));
    }

    [Fact]
    public async Task The_catalogue_lists_eight_levels_with_their_products()
    {
        var levels = (await host.Catalogue.ListInterventionLevelsAsync(new())).InterventionLevels;

        Assert.Equal(Enumerable.Range(1, 8), levels.Select(l => l.Level));
        Assert.Contains("foster-care", levels[7].Products.Select(p => p.Id));
    }

    private static void Follow(Instrument instrument, MeterListener listener)
    {
        if (instrument.Name == "regio.procurement.scale_exceptions")
            listener.EnableMeasurementEvents(instrument);
    }

    private static bool IsCrisis(ReadOnlySpan<KeyValuePair<string, object?>> tags) => tags is [{ Key: "regio.procurement.scale_exception", Value: "crisis" }];

    private async Task<int> PositionAsync(Contract contract, string municipality, Common.V1.Date day)
    {
        var answer = await host.Contracts.BatchGetContractPositionsAsync(new()
        {
            Keys = { new ContractPositionKey { MunicipalityId = municipality, ProductId = "ambulatory-help", AsOf = day } },
        });
        return Assert.Single(answer.Positions).Lines.Count(l => l.ContractId == contract.Id);
    }

    private Task<long> CountAsync(string from) => host.Database.ScalarAsync<long>($"select count(*) from {from}");

    private async Task<T> ToldAsync<T>(string lane) => JsonSerializer.Deserialize<T>(
        (await host.Database.ScalarAsync<string>(
            $"select body::text from outbox_message where lane = '{lane}' and message_type like '%.{typeof(T).Name},%'"))!,
        JsonSerializerOptions.Web)!;
}
