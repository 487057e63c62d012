using Grpc.Core;
using Regio.CareMessages;
using Regio.CareMessages.Model;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Security;
using static Regio.Procurement.Tests.CareOrders.CareLetters;

namespace Regio.Procurement.Tests.CareOrders;

/// <summary>A municipality decides on a request in Regio, and the message that says so is made for it.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class CareAnswerTests(ProcurementHost host)
{
    private static readonly DateOnly s_later = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime).AddYears(1);
    private static readonly CareClientAddress s_address = new() { PostalCode = "9401AB", HouseNumber = 12, HouseLetter = "b" };

    private readonly CareFiles _files = new(host);
    private readonly string _reference = $"V{NewAssignment()}";
    private readonly long _number = NewAssignment();

    private CareOrderService.CareOrderServiceClient Assen => _files.Of(Roles.ContractManager, municipality: "GM0106");

    [Fact]
    public async Task A_rejection_by_the_domicile_principle_names_who_is_responsible_and_reaches_the_provider()
    {
        var (provider, letters) = await ProviderAsync();
        var open = await AskAsync(letters);

        var message = (await Assen.RejectCareRequestAsync(new()
        {
            RequestId = ProcurementHost.NewId(), CareRequestId = open, Reason = "8", ResponsibleMunicipalityId = "GM0114",
        })).Message;

        Assert.Equal(("JW319", CareMessageOutcome.Taken, "JW320", "GM0106"), (message.Kind, message.Outcome, message.AnswerKind, message.MunicipalityId));
        var answer = Assert.IsType<Jw319>(await ReadAsync(message.Id, provider)).Antwoord;
        Assert.Equal((_reference, "1", "8", "0114"), (answer.ReferentieAanbieder.Data, answer.VerzoekAntwoord.Data, answer.RedenAfwijzingVerzoek.Data, answer.Woonplaatsbeginsel!.Gemeente.Data));
        Assert.Empty((await provider.ListOpenCareRequestsAsync(new())).Items);
        Assert.Equal("CARE_REQUEST_ANSWERED", (await Refused.ByAsync(() => GrantAsync(open))).Reason);
    }

    [Fact]
    public async Task What_is_looked_into_first_is_granted_later_with_what_else_is_current()
    {
        var (provider, letters) = await ProviderAsync();
        var other = Assigned(_number, end: s_later);
        other.Product = new() { Categorie = "53", Code = "53A99" };
        await TakesAsync(letters.Assign(other));
        var open = await AskAsync(letters);

        var looking = (await Assen.InvestigateCareRequestAsync(new() { RequestId = ProcurementHost.NewId(), CareRequestId = open })).Message;
        Assert.True(Assert.IsType<Jw319>(await ReadAsync(looking.Id, provider)).Antwoord.VerzoekAntwoord.Is("2"));
        Assert.Equal(CareRequestState.Investigated, Assert.Single((await provider.ListOpenCareRequestsAsync(new())).Items).State);
        var twice = await Refused.ByAsync(async () => await Assen.InvestigateCareRequestAsync(new() { RequestId = ProcurementHost.NewId(), CareRequestId = open }));
        Assert.Equal((StatusCode.FailedPrecondition, "CARE_REQUEST_INVESTIGATED"), (twice.Code, twice.Reason));

        var number = NewAssignment();
        var granted = await GrantAsync(open, request =>
        {
            request.Otherwise = new() { StartDate = ProcurementHost.Day(2026, 9, 15), Volume = 6 };
            request.FirstAssignmentNumber = number;
        });

        var client = Assert.IsType<Jw301>(await ReadAsync(granted.Id, provider)).Client;
        Assert.Equal("9401AA", Assert.Single(client.Contactgegevens).Adres!.Postcode.Data);
        Assert.Equal([number, _number], client.ToegewezenProducten.Select(product => product.ToewijzingNummer.Data));
        var product = client.ToegewezenProducten[0];
        Assert.Equal((_reference, new DateOnly(2026, 9, 15), new DateOnly(2027, 2, 28), 6), (product.ReferentieAanbieder.Data, product.Ingangsdatum.Data, product.Einddatum.Data, product.Omvang!.Volume.Data));
        Assert.False(client.ToegewezenProducten[1].ReferentieAanbieder.HasValue);
        Assert.Empty((await provider.ListOpenCareRequestsAsync(new())).Items);
        Assert.Equal(1, await host.Database.ScalarAsync<long>($"select count(*) from care_assignment where number = {number} and municipality_id = 'GM0106'"));
    }

    [Fact]
    public async Task For_a_client_who_was_assigned_nothing_before_the_address_is_given()
    {
        var (provider, letters) = await ProviderAsync(CareFiles.Numbers((int)(NewAssignment() % 40_000_000)));
        var open = await AskAsync(letters);

        var refused = await Refused.ByAsync(() => GrantAsync(open));
        Assert.Equal((StatusCode.FailedPrecondition, "CARE_CLIENT_ADDRESS_NEEDED"), (refused.Code, refused.Reason));

        var granted = await GrantAsync(open, request => request.Address = s_address);
        var client = Assert.IsType<Jw301>(await ReadAsync(granted.Id, provider)).Client;
        Assert.Equal((letters.ClientBsn, "Zandbergen", "1"), (client.Bsn.Data, client.Naam.Geslachtsnaam.Naam.Data, client.Naam.NaamGebruik.Data));
        var house = Assert.Single(client.Contactgegevens).Adres!;
        Assert.Equal(("9401AB", 12, "b", "NL"), (house.Postcode.Data, house.Huis!.Huisnummer.Data, house.Huis.Huisletter.Data, house.LandCode.Data));
    }

    [Fact]
    public async Task A_change_is_granted_to_the_letter()
    {
        var (provider, letters) = await ProviderAsync();
        await TakesAsync(letters.Assign(Assigned(_number, end: s_later)));
        var change = new TeWijzigenProduct { ToewijzingNummer = _number, GewensteIngangsdatum = Wanted, Einddatum = s_later.AddDays(30), Omvang = new() { Volume = 4, Eenheid = "04", Frequentie = "4" } };
        await TakesAsync(letters.AskChange(Change(_reference, changed: [change])));
        var open = Assert.Single((await provider.ListOpenCareRequestsAsync(new())).Items).RequestId;
        var otherwise = await Refused.ByAsync(() => GrantAsync(open, request => request.Otherwise = new() { Volume = 3 }));
        Assert.Equal((StatusCode.InvalidArgument, "CARE_CHANGE_AS_ASKED", "otherwise"), (otherwise.Code, otherwise.Reason, otherwise.Fields.Single()));
        var domicile = await Refused.ByAsync(async () => await Assen.RejectCareRequestAsync(new()
        {
            RequestId = ProcurementHost.NewId(), CareRequestId = open, Reason = "8", ResponsibleMunicipalityId = "GM0114",
        }));
        Assert.Equal((StatusCode.InvalidArgument, "CARE_DOMICILE_FOR_ASSIGNMENTS"), (domicile.Code, domicile.Reason));

        var granted = await GrantAsync(open);

        var products = Assert.IsType<Jw301>(await ReadAsync(granted.Id, provider)).Client.ToegewezenProducten;
        Assert.Equal((_number, Wanted.AddDays(-1), "12"), (products[0].ToewijzingNummer.Data, products[0].Einddatum.Data, products[0].RedenWijziging.Data));
        Assert.Equal((Wanted, s_later.AddDays(30), 4), (products[1].Ingangsdatum.Data, products[1].Einddatum.Data, products[1].Omvang!.Volume.Data));
        Assert.NotEqual(_number, products[1].ToewijzingNummer.Data);
    }

    [Fact]
    public async Task A_change_of_what_was_taken_back_meanwhile_is_not_granted()
    {
        var (provider, letters) = await ProviderAsync();
        await TakesAsync(letters.Assign(Assigned(_number, end: s_later)));
        var change = new TeWijzigenProduct { ToewijzingNummer = _number, GewensteIngangsdatum = Wanted, Einddatum = s_later.AddDays(30), Omvang = Size() };
        await TakesAsync(letters.AskChange(Change(_reference, changed: [change])));
        await TakesAsync(letters.Assign(Assigned(_number, new DateOnly(2026, 7, 10), FirstDay, "13")));
        var open = Assert.Single((await provider.ListOpenCareRequestsAsync(new())).Items).RequestId;

        var refused = await Refused.ByAsync(() => GrantAsync(open));

        Assert.Equal((StatusCode.FailedPrecondition, "CARE_REQUEST_OUTDATED"), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task What_the_standard_refuses_is_not_sent_and_leaves_nothing()
    {
        var (_, letters) = await ProviderAsync();
        await TakesAsync(letters.Assign(Assigned(_number, end: s_later)));
        var open = await AskAsync(letters);
        var before = await _files.RowsAsync();

        var refused = await Refused.ByAsync(() => GrantAsync(open));

        Assert.Equal((StatusCode.FailedPrecondition, "CARE_ANSWER_REFUSED", "care_request_id"), (refused.Code, refused.Reason, refused.Fields.Single()));
        Assert.Equal("TR302", refused.Metadata["rule"]);
        Assert.Equal(before, await _files.RowsAsync());
        Assert.Equal(CareRequestState.Open, Assert.Single((await Assen.ListOpenCareRequestsAsync(new() { PageSize = 500 })).Items, item => item.RequestId == open).State);
    }

    [Fact]
    public async Task Who_decides_at_the_same_moment_decides_once()
    {
        var (provider, letters) = await ProviderAsync(CareFiles.Numbers((int)(NewAssignment() % 40_000_000)));
        var open = await AskAsync(letters);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async index =>
        {
            try
            {
                return index % 2 == 0
                    ? (await GrantAsync(open, request => request.Address = s_address)).Kind
                    : (await Assen.RejectCareRequestAsync(new() { RequestId = ProcurementHost.NewId(), CareRequestId = open, Reason = "3" })).Message.Kind;
            }
            catch (RpcException)
            {
                return "";
            }
        }));

        Assert.Single(answers, kind => kind.Length > 0);
        Assert.Empty((await provider.ListOpenCareRequestsAsync(new())).Items);
        Assert.Equal(1, await host.Database.ScalarAsync<long>($"select count(*) from care_message where provider_agb_code = '{letters.AgbCode}' and kind in (301, 319)"));
    }

    [Fact]
    public async Task Another_municipality_cannot_answer_and_does_not_learn_that_there_is_something()
    {
        var (_, letters) = await ProviderAsync();
        var open = await AskAsync(letters);
        var other = _files.Of(Roles.ContractManager, municipality: "GM0114");

        var refused = await Refused.ByAsync(async () => await other.RejectCareRequestAsync(new() { RequestId = ProcurementHost.NewId(), CareRequestId = open, Reason = "3" }));
        var unknown = await Refused.ByAsync(async () => await other.RejectCareRequestAsync(new() { RequestId = ProcurementHost.NewId(), CareRequestId = ProcurementHost.NewId(), Reason = "3" }));

        Assert.Equal((StatusCode.NotFound, "CARE_REQUEST_UNKNOWN", "care_request_id"), (refused.Code, refused.Reason, refused.Fields.Single()));
        Assert.Equal((unknown.Code, unknown.Reason), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task Only_the_two_sides_get_a_message_itself()
    {
        var (provider, letters) = await ProviderAsync();
        var asked = await TakesAsync(letters.Ask(Asked(_reference)));

        Assert.IsType<Jw315>(await ReadAsync(asked.Id, provider));
        Assert.IsType<Jw315>(await ReadAsync(asked.Id, Assen));
        var region = await Refused.ByAsync(() => ReadAsync(asked.Id, _files.Region));
        Assert.Equal((StatusCode.PermissionDenied, "OTHER_PARTY_DATA"), (region.Code, region.Reason));
        var other = await Refused.ByAsync(() => ReadAsync(asked.Id, _files.Of(Roles.ContractManager, municipality: "GM0114")));
        Assert.Equal((StatusCode.NotFound, "CARE_MESSAGE_UNKNOWN"), (other.Code, other.Reason));
    }

    private async Task<(CareOrderService.CareOrderServiceClient Client, CareLetters Letters)> ProviderAsync(string bsn = CareFiles.Bsn)
    {
        var provider = await host.CreateProviderAsync();
        return (_files.Of(Roles.Provider, provider: provider.Id), new CareLetters(provider.AgbCode, bsn));
    }

    private async Task<string> AskAsync(CareLetters letters)
    {
        var asked = await TakesAsync(letters.Ask(Asked(_reference)));
        return await host.Database.ScalarAsync<string>($"select id::text from care_request where message_id = '{asked.Id}'") ?? "";
    }

    private async Task<CareMessage> GrantAsync(string open, Action<GrantCareRequestRequest>? more = null)
    {
        var request = new GrantCareRequestRequest { RequestId = ProcurementHost.NewId(), CareRequestId = open };
        more?.Invoke(request);
        return (await Assen.GrantCareRequestAsync(request)).Message;
    }

    private async Task<CareMessage> TakesAsync(byte[] file)
    {
        var answer = await _files.DeliverAsync(file);
        Assert.True(answer.Message.Outcome == CareMessageOutcome.Taken, string.Join(' ', answer.Findings));
        return answer.Message;
    }

    /// <summary>A message as it is sent, which keeps every rule of its own.</summary>
    private static async Task<Message> ReadAsync(string id, CareOrderService.CareOrderServiceClient by)
    {
        using var call = by.DownloadCareMessage(new DownloadCareMessageRequest { Id = id });
        using var bytes = new MemoryStream();
        await foreach (var part in call.ResponseStream.ReadAllAsync())
            part.Chunk.WriteTo(bytes);
        bytes.Position = 0;
        var reading = MessageValidator.Validate(bytes);
        Assert.Empty(reading.Findings);
        return reading.Message!;
    }
}
