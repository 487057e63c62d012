using Google.Protobuf;
using Grpc.Core;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Tests.Features;

/// <summary>Who sees which case, and how much of it: every state × every caller × own and another municipality.</summary>
public sealed class AccessTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    private const string Own = "GM0106";
    private const string Other = "GM0114";

    private static readonly CaseState[] States = [.. Enum.GetValues<CaseState>().Where(s => s != CaseState.Unspecified)];

    private static readonly (string Role, string? Municipality)[] Readers =
    [
        (Roles.TableChair, null), (Roles.ProcessGuide, null), (Roles.TableMember, null), (Roles.PolicyAdviser, Own), (Roles.PolicyAdviser, null),
        (Roles.TableChair, Own), (Roles.TableMember, Own),
    ];

    [Fact]
    public async Task Each_caller_sees_the_cases_of_its_scope_and_no_others_by_any_rpc()
    {
        var cases = new List<(Case Case, string Municipality)>();
        foreach (var state in States)
        {
            foreach (var municipality in new[] { Own, Other })
                cases.Add((await host.CaseInAsync(state, municipality), municipality));
        }

        foreach (var (role, limit) in Readers)
        {
            var client = host.As(role, limit);
            var expected = cases.Where(c => Sees(role, limit, c.Case.State, c.Municipality)).Select(c => c.Case.Id).ToHashSet();
            var listed = (await client.ListCasesAsync(new() { PageSize = 500 })).Cases;
            Assert.Subset(listed.Select(c => c.Id).ToHashSet(), expected);
            Assert.DoesNotContain(listed, c => cases.Exists(known => known.Case.Id == c.Id) && !expected.Contains(c.Id));
            Assert.All(listed, c => Assert.Equal("", c.Question));
            foreach (var (file, municipality) in cases)
                Assert.True(expected.Contains(file.Id) == await CanReadAsync(client, file.Id), $"{role} of {limit ?? "all"}, {file.State} of {municipality}");
        }
    }

    [Fact]
    public async Task Each_role_sees_as_much_of_a_file_as_it_needs()
    {
        var id = (await host.CaseInAsync(CaseState.Advised)).Id;
        await host.Guide.RequestPurchaseAsync(Requests.Purchase(id));

        var whole = await host.ReadAsync(id, host.Guide);
        var package = await host.ReadAsync(id, host.Member);
        var own = await host.ReadAsync(id, host.Assen);

        Assert.Equal("De verklarende analyse.", whole.Analyses[0].Text);
        Assert.Single(whole.Purchases);
        Assert.Equal("De verklarende analyse.", package.Analyses[0].Text);
        Assert.Empty(package.Purchases);
        Assert.Equal(("", "a process-guide"), (own.Analyses[0].Text, own.Analyses[0].Author));
        Assert.Equal("Het advies.", own.Advice.Text);
        Assert.Single(own.Purchases);
    }

    [Fact]
    public async Task An_unknown_case_and_one_of_another_municipality_look_alike_in_every_rpc()
    {
        var hidden = (await host.CaseInAsync(CaseState.Advised, Other)).Id;
        var unknown = Guid.CreateVersion7().ToString();
        var reads = await host.CountAsync("select count(*) from case_read");
        var limitedChair = host.As(Roles.TableChair, Own);
        Func<string, Task>[] calls =
        [
            async id => await host.Assen.GetCaseAsync(new() { Id = id, Purpose = ReadPurpose.Decision }),
            async id => await host.Assen.DecideCaseAsync(Requests.Decide(id)),
            async id => await host.Assen.DecideCaseAsync(new(Requests.Decide(id)) { Etag = "\"stale\"" }),
            async id => await limitedChair.TriageCaseAsync(Requests.Accept(id)),
            async id => await limitedChair.RecordAnalysisAsync(Requests.Analysis(id)),
            async id => await limitedChair.ScheduleCaseAsync(Requests.Schedule(id)),
            async id => await limitedChair.GiveAdviceAsync(Requests.Advice(id)),
            async id => await limitedChair.RequestPurchaseAsync(Requests.Purchase(id)),
            async id => await limitedChair.ListCaseReadsAsync(new() { Id = id }),
            .. ExpertTableHost.FollowUpCalls(host.FollowUpAs(Roles.TableChair, Own)),
        ];

        foreach (var call in calls)
        {
            var forbidden = await Refused.ByAsync(() => call(hidden));
            var missing = await Refused.ByAsync(() => call(unknown));
            Assert.Equal((StatusCode.NotFound, "CASE_UNKNOWN"), (forbidden.StatusCode, forbidden.Reason()));
            Assert.Equal(missing.Status.Detail, forbidden.Status.Detail);
            Assert.Equal(missing.GetRpcStatus().ToByteString(), forbidden.GetRpcStatus().ToByteString());
            Assert.Equal(missing.Trailers.Select(t => t.Key), forbidden.Trailers.Select(t => t.Key));
        }

        Assert.Equal(reads, await host.CountAsync("select count(*) from case_read"));
    }

    [Fact]
    public async Task A_municipality_brings_in_its_own_children_only()
    {
        var before = await host.CountAsync("select count(*) from vault.subject");

        var refused = await Refused.ByAsync(async () => await host.Assen.RegisterCaseAsync(Requests.Register(Other)));
        var nameless = await Refused.ByAsync(async () => await host.As(Roles.PolicyAdviser).RegisterCaseAsync(Requests.Register()));

        Assert.Equal((StatusCode.PermissionDenied, "MUNICIPALITY_NOT_OWN"), (refused.StatusCode, refused.Reason()));
        Assert.Equal("MUNICIPALITY_NOT_OWN", nameless.Reason());
        Assert.Equal(before, await host.CountAsync("select count(*) from vault.subject"));
    }

    [Fact]
    public async Task A_walk_through_the_list_neither_loses_nor_doubles_and_its_tokens_are_of_no_use_to_others()
    {
        var there = new List<string>();
        for (var i = 0; i < 5; i++)
            there.Add((await host.CaseInAsync(CaseState.Registered)).Id);
        var seen = new List<string>();
        var request = new ListCasesRequest { State = CaseState.Registered, PageSize = 2 };
        var token = "";
        do
        {
            var page = await host.Chair.ListCasesAsync(request);
            seen.AddRange(page.Cases.Select(c => c.Id));
            request.PageToken = page.NextPageToken;
            token = page.NextPageToken.Length > 0 ? page.NextPageToken : token;
            await host.CaseInAsync(CaseState.Registered);
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Subset(seen.ToHashSet(), there.ToHashSet());
        foreach (var (client, state) in new[] { (host.Chair, CaseState.Accepted), (host.Guide, CaseState.Registered), (host.Assen, CaseState.Registered) })
        {
            var refused = await Refused.ByAsync(async () => await client.ListCasesAsync(new() { State = state, PageSize = 2, PageToken = token }));
            Assert.Equal("PAGE_TOKEN_INVALID", refused.Reason());
        }
    }

    private static bool Sees(string role, string? limit, CaseState state, string municipality) =>
        (limit is null ? role != Roles.PolicyAdviser : limit == municipality)
        && (role != Roles.TableMember || state is CaseState.Scheduled or CaseState.Advised or CaseState.Decided or CaseState.InExecution or CaseState.Stuck or CaseState.Escalated);

    private static async Task<bool> CanReadAsync(CaseService.CaseServiceClient client, string id)
    {
        try
        {
            await client.GetCaseAsync(new() { Id = id, Purpose = ReadPurpose.Treatment });
            return true;
        }
        catch (RpcException refused) when (refused.Reason() == "CASE_UNKNOWN")
        {
            return false;
        }
    }
}
