using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Regio.Procurement.V1;
using static Regio.Procurement.Tests.Features.ProcurementHost;

namespace Regio.Procurement.Tests.Features;

/// <summary>What a caller expects of every service: request ids, etags, masks, pages.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class ConventionTests(ProcurementHost host)
{
    [Fact]
    public async Task The_same_request_in_parallel_drafts_one_contract_and_gives_equal_answers()
    {
        var request = await host.RequestAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.Contracts.CreateContractAsync(request).ResponseAsync));

        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
        Assert.Equal(1, await CountAsync($"contract where provider_id = '{request.Contract.ProviderId}'"));
    }

    [Fact]
    public async Task The_same_signature_twice_signs_once_publishes_once_and_gives_the_same_answer()
    {
        var draft = await host.DraftAsync();
        var request = new SignContractRequest { RequestId = NewId(), Id = draft.Id, Etag = draft.Etag };

        var first = await host.Contracts.SignContractAsync(request);
        var second = await host.Contracts.SignContractAsync(request);

        Assert.Equal(first, second);
        Assert.Equal(1, await CountAsync($"outbox_message where lane = '{draft.Id}'"));
    }

    [Fact]
    public async Task A_request_id_with_another_content_is_refused()
    {
        var request = await host.RequestAsync();
        await host.Contracts.CreateContractAsync(request);
        request.Contract.Subject = "Anders";

        var refused = await Refused.ByAsync(async () => await host.Contracts.CreateContractAsync(request));

        Assert.Equal((StatusCode.InvalidArgument, "REQUEST_ID_REUSED", "request_id"), (refused.Code, refused.Reason, refused.Fields[0]));
    }

    [Fact]
    public async Task A_refused_request_may_be_repaired_under_the_same_id()
    {
        var request = await host.RequestAsync();
        request.Contract.Lines[0].BuyerId = "XX";
        await Refused.ByAsync(async () => await host.Contracts.CreateContractAsync(request));

        request.Contract.Lines[0].BuyerId = "NMD";
        Assert.Equal("NMD", (await host.Contracts.CreateContractAsync(request)).Contract.Lines[0].BuyerId);
    }

    [Fact]
    public async Task Of_two_writers_with_one_etag_one_succeeds_and_the_other_is_told_to_read_again()
    {
        var draft = await host.DraftAsync();
        UpdateContractRequest Change(string subject) => new()
        {
            RequestId = NewId(),
            Contract = new Contract { Id = draft.Id, Etag = draft.Etag, Subject = subject },
            UpdateMask = new FieldMask { Paths = { "subject" } },
        };

        var outcomes = await Task.WhenAll(new[] { "Een", "Twee" }.Select(async subject =>
        {
            try
            {
                return (await host.Contracts.UpdateContractAsync(Change(subject))).Contract.Subject;
            }
            catch (RpcException exception)
            {
                var refused = Refused.Of(exception);
                return $"{refused.Code} {refused.Reason} {refused.Fields[0]}";
            }
        }));

        Assert.Single(outcomes, "Aborted ETAG_MISMATCH contract.etag");
        var kept = (await host.Contracts.GetContractAsync(new() { Id = draft.Id })).Contract.Subject;
        Assert.Contains(kept, outcomes);
    }

    [Theory]
    [InlineData("state")]
    [InlineData("etag")]
    [InlineData("id")]
    [InlineData("provider_id")]
    [InlineData("create_time")]
    public async Task An_update_cannot_change_what_is_not_the_callers(string path)
    {
        var draft = await host.DraftAsync();

        var refused = await Refused.ByAsync(async () => await host.Contracts.UpdateContractAsync(new()
        {
            RequestId = NewId(),
            Contract = new Contract { Id = draft.Id, State = ContractState.Signed, Subject = "Anders" },
            UpdateMask = new FieldMask { Paths = { "subject", path } },
        }));

        Assert.Equal((StatusCode.InvalidArgument, "FIELD_NOT_UPDATABLE", "update_mask"), (refused.Code, refused.Reason, refused.Fields[0]));
        Assert.Equal(path, refused.Metadata["path"]);
        Assert.Equal(draft, (await host.Contracts.GetContractAsync(new() { Id = draft.Id })).Contract);
    }

    [Fact]
    public async Task A_provider_changes_its_name_by_mask_and_etag_and_keeps_its_code()
    {
        var provider = await host.CreateProviderAsync("Elker");

        var changed = (await host.Providers.UpdateProviderAsync(new()
        {
            RequestId = NewId(),
            Provider = new Provider { Id = provider.Id, Etag = provider.Etag, Name = "Elker Noord", CertifiedInstitution = true },
            UpdateMask = new FieldMask { Paths = { "name" } },
        })).Provider;

        Assert.Equal(("Elker Noord", provider.AgbCode, false), (changed.Name, changed.AgbCode, changed.CertifiedInstitution));
        var refused = await Refused.ByAsync(async () => await host.Providers.UpdateProviderAsync(new()
        {
            RequestId = NewId(),
            Provider = new Provider { Id = provider.Id, Etag = provider.Etag, Name = "Nog een" },
            UpdateMask = new FieldMask { Paths = { "name" } },
        }));
        Assert.Equal((StatusCode.Aborted, "ETAG_MISMATCH"), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task One_AGB_code_is_one_provider_also_when_two_register_it_at_the_same_time()
    {
        CreateProviderRequest Request() => new() { RequestId = NewId(), Provider = new Provider { Name = "Ambiq", AgbCode = "99000001" } };

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                await host.Providers.CreateProviderAsync(Request());
                return "registered";
            }
            catch (RpcException exception)
            {
                return $"{exception.StatusCode} {Refused.Of(exception).Reason}";
            }
        }));

        Assert.Single(outcomes, "registered");
        Assert.Equal(3, outcomes.Count(outcome => outcome == "AlreadyExists PROVIDER_EXISTS"));
    }

    [Fact]
    public async Task A_walk_through_the_contracts_neither_loses_nor_doubles_what_was_there()
    {
        var provider = await host.CreateProviderAsync();
        var there = new List<string>();
        for (var i = 0; i < 7; i++)
            there.Add((await host.DraftAsync(provider.Id)).Id);

        var seen = new List<string>();
        var request = new ListContractsRequest { ProviderId = provider.Id, PageSize = 2 };
        do
        {
            var page = await host.Contracts.ListContractsAsync(request);
            seen.AddRange(page.Contracts.Select(c => c.Id));
            request.PageToken = page.NextPageToken;
            await host.DraftAsync(provider.Id);
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(Enumerable.Reverse(there), seen);
    }

    [Fact]
    public async Task Providers_are_listed_by_name_page_by_page()
    {
        foreach (var name in new[] { "Zzz Cosis", "Zzz Accare", "Zzz Accare" })
            await host.CreateProviderAsync(name);

        var seen = new List<Provider>();
        var request = new ListProvidersRequest { PageSize = 1 };
        do
        {
            var page = await host.Providers.ListProvidersAsync(request);
            seen.AddRange(page.Providers);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(["Zzz Accare", "Zzz Accare", "Zzz Cosis"], seen.Select(p => p.Name).Where(n => n.StartsWith("Zzz", StringComparison.Ordinal)));
        Assert.Equal(seen.Count, seen.Select(p => p.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_list_by_state_holds_that_state_alone()
    {
        var provider = await host.CreateProviderAsync();
        var signed = await host.SignAsync(await host.DraftAsync(provider.Id));
        await host.DraftAsync(provider.Id);

        var page = await host.Contracts.ListContractsAsync(new() { ProviderId = provider.Id, State = ContractState.Signed });

        Assert.Equal(signed, Assert.Single(page.Contracts));
    }

    private Task<long> CountAsync(string from) => host.Database.ScalarAsync<long>($"select count(*) from {from}");
}
