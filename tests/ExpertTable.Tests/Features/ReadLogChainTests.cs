using System.Diagnostics;
using Grpc.Core;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;

namespace Regio.ExpertTable.Tests.Features;

/// <summary>The chain of the read log through the real service and database; each test has a log of its own.</summary>
public sealed class ReadLogChainTests(Suite suite)
{
    [Fact]
    public async Task Lines_are_linked_in_a_moment_whoever_read_and_the_chain_is_whole()
    {
        await using var host = await HostAsync();
        var file = await host.CaseInAsync(CaseState.Scheduled);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => host.ReadAsync(file.Id)));
        await Eventually.Is("nothing is left unlinked", 0, () => host.CountAsync("select count(*) from case_read where number is null"));

        var checkedLog = await host.Log().VerifyReadLogAsync(new());

        Assert.True(checkedLog.Whole);
        Assert.Equal((40, 40, 0, false), (checkedLog.CheckedCount, checkedLog.Head.Number, checkedLog.PendingCount, checkedLog.More));
    }

    [Fact]
    public async Task A_read_that_commits_late_holds_nobody_up_and_is_linked_when_it_is_there()
    {
        await using var host = await HostAsync();
        var file = await host.CaseInAsync(CaseState.Registered);
        await using var connection = new Npgsql.NpgsqlConnection(host.Database.ConnectionString);
        await connection.OpenAsync();
        await using var slow = await connection.BeginTransactionAsync();
        await using var insert = new Npgsql.NpgsqlCommand(Line(file, "slow"), connection);
        await insert.ExecuteNonQueryAsync();
        await host.ReadAsync(file.Id);

        Assert.Equal(1, (await host.Log().VerifyReadLogAsync(new())).CheckedCount);
        await slow.CommitAsync();

        var after = await host.Log().VerifyReadLogAsync(new());
        Assert.Equal((true, 2), (after.Whole, after.CheckedCount));
        Assert.Equal("slow", await host.Database.ScalarAsync<string>("select reader from case_read where number = 2"));
    }

    [Fact]
    public async Task Whoever_gets_round_the_database_is_found_out_with_the_number_of_the_line()
    {
        await using var host = await HostAsync();
        var file = await host.CaseInAsync(CaseState.Registered);
        for (var i = 0; i < 6; i++)
            await host.ReadAsync(file.Id);
        var kept = (await host.Log().VerifyReadLogAsync(new())).Head;

        await host.Database.ExecuteAsync("alter table case_read disable trigger user; update case_read set reader = 'nobody' where number = 4");
        Assert.Equal(new ReadLogFault { Kind = ReadLogFaultKind.LineChanged, Number = 4 }, (await host.Log().VerifyReadLogAsync(new())).Fault);
        await host.Database.ExecuteAsync("update case_read set reader = 'a table-chair' where number = 4; delete from case_read where number = 2");
        Assert.Equal(new ReadLogFault { Kind = ReadLogFaultKind.LineMissing, Number = 2 }, (await host.Log().VerifyReadLogAsync(new())).Fault);
        await host.Database.ExecuteAsync("delete from case_read where number <= 6");
        Assert.True((await host.Log().VerifyReadLogAsync(new())).Whole);
        Assert.Equal(new ReadLogFault { Kind = ReadLogFaultKind.AnchorMissed, Number = 6 }, (await host.Log().VerifyReadLogAsync(new() { Kept = kept })).Fault);
    }

    [Fact]
    public async Task A_long_log_is_checked_in_parts()
    {
        await using var host = await HostAsync();
        var file = await host.CaseInAsync(CaseState.Registered);
        await host.Database.ExecuteAsync(Line(file, "many", 25));

        var parts = new List<long>();
        var request = new VerifyReadLogRequest { LineLimit = 10 };
        VerifyReadLogResponse answer;
        do
        {
            answer = await host.Log().VerifyReadLogAsync(request);
            Assert.True(answer.Whole);
            parts.Add(answer.CheckedCount);
            request.After = answer.Head;
        }
        while (answer.More);

        Assert.Equal([10, 10, 5], parts);
        request.After.Digest = new string('0', 64);
        Assert.Equal(ReadLogFaultKind.AnchorMissed, (await host.Log().VerifyReadLogAsync(request)).Fault.Kind);
        var refused = await Refused.ByAsync(async () => await host.Log().VerifyReadLogAsync(new() { Kept = new() { Digest = "x" } }));
        Assert.Equal("kept.number,kept.digest", refused.Field());
    }

    [Fact]
    public async Task A_person_is_shown_who_read_about_them_in_every_case_and_the_search_is_in_the_log()
    {
        await using var host = await HostAsync();
        var request = Requests.Register();
        var sibling = Requests.Register(bsn: request.Identity.Bsn);
        sibling.Identity = Requests.Register().Identity;
        sibling.Siblings.Add(request.Identity);
        var own = (await host.Guide.RegisterCaseAsync(request)).Case;
        var family = (await host.Guide.RegisterCaseAsync(sibling)).Case;
        await host.Chair.GetCaseAsync(new() { Id = own.Id, Purpose = ReadPurpose.Decision, Ground = LegalGround.Safety });
        await host.ReadAsync(family.Id);

        var pseudonym = (await host.Log().FindSubjectAsync(new() { Bsn = request.Identity.Bsn })).SubjectPseudonym;
        var first = await host.Log().ListSubjectReadsAsync(new() { SubjectPseudonym = pseudonym, PageSize = 3 });
        var rest = await host.Log().ListSubjectReadsAsync(new() { SubjectPseudonym = pseudonym, PageSize = 3, PageToken = first.NextPageToken });

        Assert.Equal(own.SubjectPseudonym, pseudonym);
        CaseRead[] all = [.. first.Reads, .. rest.Reads];
        Assert.Equal(["FindSubject", "FindSubject", "GetCase", "GetCase"], all.Select(r => r.Method));
        Assert.Equal((own.Id, LegalGround.Safety, ReadPurpose.Decision), (all[3].CaseId, all[3].Ground, all[3].Purpose));
        Assert.Equal(family.Id, all[2].CaseId);
        foreach (var unknown in new Func<Task>[]
        {
            async () => await host.Log().FindSubjectAsync(new() { Bsn = Requests.NewBsn() }),
            async () => await host.Log("GM0114").FindSubjectAsync(new() { Bsn = request.Identity.Bsn }),
            async () => await host.Log("GM0114").ListSubjectReadsAsync(new() { SubjectPseudonym = pseudonym }),
        })
        {
            var refused = await Refused.ByAsync(unknown);
            Assert.Equal((StatusCode.NotFound, "SUBJECT_UNKNOWN"), (refused.StatusCode, refused.Reason()));
        }
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_million_lines_are_checked_within_ten_seconds()
    {
        await using var host = await HostAsync();
        var file = await host.CaseInAsync(CaseState.Registered);
        await host.Database.ExecuteAsync(Line(file, "one of a million", 1_000_000));
        await Eventually.Is("nothing is left unlinked", 0, () => host.CountAsync("select count(*) from case_read where number is null"));

        var clock = Stopwatch.StartNew();
        var answer = await host.Log().VerifyReadLogAsync(new());
        var elapsed = clock.Elapsed;

        TestContext.Current.TestOutputHelper!.WriteLine($"1,000,000 lines in {elapsed}.");
        Assert.Equal((true, 1_000_000), (answer.Whole, answer.CheckedCount));
        Assert.True(elapsed < TimeSpan.FromSeconds(10), $"It took {elapsed}.");
    }

    private async Task<ExpertTableHost> HostAsync()
    {
        var host = new ExpertTableHost(suite);
        await host.InitializeAsync();
        return host;
    }

    private static string Line(Case file, string reader, int count = 1) =>
        $"""
        insert into case_read (case_id, subject_pseudonym, reader, role, purpose, ground, method, trace_id, read_at)
        select '{file.Id}', '{file.SubjectPseudonym}', '{reader}', '{Roles.TableChair}', 'Treatment', 'StatutoryTask', 'GetCase', md5(n::text), now()
        from generate_series(1, {count}) n
        """;
}
