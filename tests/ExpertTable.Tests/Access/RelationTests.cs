using System.Diagnostics;
using Google.Protobuf;
using Grpc.Core;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing.Rpcs;

namespace Regio.ExpertTable.Tests.Access;

/// <summary>
/// Who reaches which case: every rpc that names a case × every role × every relation, as <see cref="CaseGrant"/> declares it,
/// tried from outside. docs/security/experttable-relations.md shows what is expected.
/// </summary>
public sealed class RelationTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>, IAsyncLifetime
{
    private static readonly string[] CaseRoles = [.. CaseGrant.All.Select(grant => grant.Role).Distinct()];

    private readonly Relations _relations = new(host);
    private readonly Samples _samples = Samples.From(typeof(RelationTests).Assembly, host);

    public async ValueTask InitializeAsync() => await _relations.CreateAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Each_rpc_reaches_the_cases_of_the_grants_and_of_no_others()
    {
        var reads = await host.CountAsync("select count(*) from case_read");
        var wrong = new List<string>();
        var (rpcs, seen) = (await CaseRpcs.OfAsync(host, _samples), 0);
        foreach (var rpc in rpcs)
        {
            var request = rpc.Request.Parser.ParseFrom((await _samples.RequestAsync(rpc)).ToByteArray());
            foreach (var role in CaseRoles)
            {
                foreach (var relation in Relations.All)
                {
                    var answer = await CallAsync(rpc, request, role, relation);
                    var expected = RelationTable.Of(rpc, role, relation);
                    seen += expected == Reached.Yes ? 1 : 0;
                    if (!IsRight(answer, expected))
                        wrong.Add($"{rpc} as {role}, {relation}: expected {expected}, got {answer}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(rpcs.Count > 30 && seen > 100, $"{rpcs.Count} rpcs were tried, and {seen} calls reached a case.");
        Assert.True(await host.CountAsync("select count(*) from case_read") > reads);
    }

    [Fact]
    public async Task A_case_out_of_reach_costs_the_same_statements_as_one_that_does_not_exist_so_no_time_tells_them_apart()
    {
        var wrong = new List<string>();
        var seen = 0;
        foreach (var rpc in await CaseRpcs.OfAsync(host, _samples))
        {
            var sample = await _samples.RequestAsync(rpc);
            foreach (var (role, relation) in CaseRoles.SelectMany(_ => Relations.All, (role, relation) => (role, relation)).Where(by => RelationTable.Of(rpc, by.role, by.relation) == Reached.No).DistinctBy(by => by.role))
            {
                var forbidden = await StatementsAsync(() => CallAsync(rpc, sample, role, relation));
                var missing = await StatementsAsync(() => CallAsync(rpc, sample, role, relation, GeneratedRequest.NewId()));
                seen += missing.Count;
                if (!forbidden.SequenceEqual(missing, StringComparer.Ordinal))
                    wrong.Add($"{rpc} as {role}, {relation}: {forbidden.Count} statements where the case exists, {missing.Count} where it does not:\n{string.Join('\n', forbidden.Except(missing).Concat(missing.Except(forbidden)))}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(seen > 100, $"{seen} statements were seen.");
    }

    [Fact]
    public async Task Lists_and_agendas_hold_the_cases_of_the_grants_and_no_others()
    {
        foreach (var role in CaseRoles)
        {
            foreach (var relation in Relations.All)
            {
                var invoker = host.Invoker(_relations.TokenOf(relation, role));
                var listed = (await new CaseService.CaseServiceClient(invoker).ListCasesAsync(new() { PageSize = 500 })).Cases;
                var isGranted = CaseGrant.All.Any(grant => grant.Role == role && grant.Relation == relation);
                Assert.True(isGranted == listed.Any(c => c.Id == _relations.CaseOf(relation)), $"{role}, {relation}");
                // Of those who are something to one case alone the list shows that one; a chair also those that wait to be taken up.
                if (role != Roles.TableChair && relation != CaseRelation.Municipality)
                    Assert.Equal(isGranted ? 1 : 0, listed.Count);
            }
        }
    }

    [Fact]
    public async Task A_watch_shows_the_cases_of_the_grants_and_no_others()
    {
        using var stop = new CancellationTokenSource();
        using var watch = new CaseService.CaseServiceClient(host.Invoker(_relations.TokenOf(CaseRelation.Guide, Roles.ProcessGuide))).WatchCases(new(), cancellationToken: stop.Token);
        await watch.ResponseHeadersAsync;

        foreach (var relation in new[] { CaseRelation.Lead, CaseRelation.Chair, CaseRelation.Guide })
            await host.Database.ExecuteAsync($"update case_file set version = version + 1 where id = '{_relations.CaseOf(relation)}'");

        Assert.True(await watch.ResponseStream.MoveNext(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal(_relations.CaseOf(CaseRelation.Guide), watch.ResponseStream.Current.Case.Id);
        await stop.CancelAsync();
    }

    [Fact]
    public async Task A_token_of_another_municipality_reaches_what_is_for_the_region_and_nothing_else()
    {
        foreach (var grant in CaseGrant.All)
        {
            var (id, elsewhere) = (_relations.CaseOf(grant.Relation), new CaseService.CaseServiceClient(host.Invoker(_relations.LimitedTokenOf(grant.Relation, grant.Role, "GM0106"))));

            var listed = (await elsewhere.ListCasesAsync(new() { PageSize = 500 })).Cases.Any(c => c.Id == id);
            var read = await ReadsAsync(elsewhere, id);

            Assert.True((grant.ForRegion, grant.ForRegion) == (listed, read), $"{grant.Role}, {grant.Relation}: listed {listed}, read {read}");
        }

        // The same people with a token of the municipality of the case.
        foreach (var grant in CaseGrant.All)
            Assert.True(await ReadsAsync(new(host.Invoker(_relations.LimitedTokenOf(grant.Relation, grant.Role, Relations.Municipality))), _relations.CaseOf(grant.Relation)), $"{grant.Role}, {grant.Relation}");
    }

    [Fact]
    public async Task Who_guides_a_case_keeps_it_when_it_is_handed_over_and_who_brought_it_in_does_not()
    {
        var (guided, brought) = (_relations.CaseOf(CaseRelation.Guide), _relations.CaseOf(CaseRelation.Registrar));
        var (guide, registrar) = (Limited(CaseRelation.Guide), Limited(CaseRelation.Registrar));
        Assert.True(await ReadsAsync(guide, guided) && await ReadsAsync(registrar, brought));

        foreach (var id in new[] { guided, brought })
        {
            var day = ExpertTableHost.Today;
            await new DeciderService.DeciderServiceClient(host.Invoker(Regio.Testing.TestTokens.For(Roles.PolicyAdviser, Relations.Municipality)))
                .HandOverCaseAsync(new() { RequestId = ExpertTableHost.NewId(), Id = id, MunicipalityId = "GM0109", Date = day, Reason = "Verhuisd." });
        }

        var kept = await host.ReadAsync(guided, guide);
        await guide.RecordAnalysisAsync(Requests.Analysis(guided));
        Assert.Equal(("GM0109", false), (kept.MunicipalityId, kept.Question.Length == 0));
        Assert.False(await ReadsAsync(registrar, brought));

        CaseService.CaseServiceClient Limited(CaseRelation relation) => new(host.Invoker(_relations.LimitedTokenOf(relation, Roles.ProcessGuide, Relations.Municipality)));
    }

    [Fact]
    public async Task Who_has_several_roles_reaches_no_more_by_one_than_it_allows()
    {
        var member = new CaseService.CaseServiceClient(host.Invoker(Regio.Testing.TestTokens.Create(
            new() { Subject = _relations.SubjectOf(CaseRelation.Member), Roles = [Roles.TableMember, Roles.ProcessGuide] })));
        var id = _relations.CaseOf(CaseRelation.Member);

        Assert.Equal(id, (await host.ReadAsync(id, member)).Id);
        var refused = await Refused.ByAsync(async () => await member.RecordAnalysisAsync(Requests.Analysis(id)));

        Assert.Equal("CASE_UNKNOWN", refused.Reason());
        Assert.Equal("process-guide+table-member", (await host.Officer.ListCaseReadsAsync(new() { Id = id })).Reads[0].Role);
    }

    [Fact]
    public async Task The_table_of_roles_and_relations_is_written_down_as_it_is() =>
        await RelationTable.CheckAsync(await CaseRpcs.OfAsync(host, _samples));

    private async Task<bool> ReadsAsync(CaseService.CaseServiceClient client, string id)
    {
        try
        {
            return (await host.ReadAsync(id, client)).Id == id;
        }
        catch (RpcException refused) when (refused.Reason() == "CASE_UNKNOWN")
        {
            return false;
        }
    }

    // A stale etag, so that who is let in changes nothing.
    private async Task<RpcAnswer> CallAsync(Rpc rpc, IMessage sample, string role, CaseRelation relation, string? id = null)
    {
        var request = rpc.Request.Parser.ParseFrom(sample.ToByteArray());
        rpc.Request.FindFieldByName("id").Accessor.SetValue(request, id ?? _relations.CaseOf(relation));
        rpc.Request.FindFieldByName("request_id")?.Accessor.SetValue(request, GeneratedRequest.NewId());
        rpc.Request.FindFieldByName("etag")?.Accessor.SetValue(request, "\"stale\"");
        return await rpc.CallAsync(host.Invoker(_relations.TokenOf(relation, role)), request);
    }

    private async Task<IReadOnlyList<string>> StatementsAsync(Func<Task<RpcAnswer>> callAsync)
    {
        using var root = new Activity("call").Start();
        root.ActivityTraceFlags = ActivityTraceFlags.Recorded;
        var answer = await callAsync();
        Assert.True(answer.Is(StatusCode.NotFound, "CASE_UNKNOWN"), answer.ToString());
        return [.. host.Host.Spans.OfTrace(root.TraceId).Select(span => span.GetTagItem("db.query.text")).OfType<string>()];
    }

    private static bool IsRight(RpcAnswer answer, Reached expected) => expected switch
    {
        Reached.NotByRole => answer.Is(StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED"),
        Reached.No => answer.Is(StatusCode.NotFound, "CASE_UNKNOWN"),
        // What the case lacks for the sample is told to who reaches it alone.
        _ => answer.Is(StatusCode.OK, StatusCode.FailedPrecondition) || answer.Is(StatusCode.Aborted, "ETAG_MISMATCH") || (answer.Is(StatusCode.NotFound) && answer.Reason != "CASE_UNKNOWN"),
    };
}
