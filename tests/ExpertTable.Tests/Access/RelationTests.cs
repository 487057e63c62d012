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

    // A stale etag, so that who is let in changes nothing.
    private async Task<RpcAnswer> CallAsync(Rpc rpc, IMessage sample, string role, CaseRelation relation)
    {
        var request = rpc.Request.Parser.ParseFrom(sample.ToByteArray());
        rpc.Request.FindFieldByName("id").Accessor.SetValue(request, _relations.CaseOf(relation));
        rpc.Request.FindFieldByName("request_id")?.Accessor.SetValue(request, GeneratedRequest.NewId());
        rpc.Request.FindFieldByName("etag")?.Accessor.SetValue(request, "\"stale\"");
        return await rpc.CallAsync(host.Invoker(_relations.TokenOf(relation, role)), request);
    }

    private static bool IsRight(RpcAnswer answer, Reached expected) => expected switch
    {
        Reached.NotByRole => answer.Is(StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED"),
        Reached.No => answer.Is(StatusCode.NotFound, "CASE_UNKNOWN"),
        // What the case lacks for the sample is told to who reaches it alone.
        _ => answer.Is(StatusCode.OK, StatusCode.FailedPrecondition) || answer.Is(StatusCode.Aborted, "ETAG_MISMATCH") || (answer.Is(StatusCode.NotFound) && answer.Reason != "CASE_UNKNOWN"),
    };
}
