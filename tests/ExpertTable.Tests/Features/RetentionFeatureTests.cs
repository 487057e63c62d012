using Grpc.Core;
using Npgsql;
using Regio.ExpertTable.V1;
using Regio.Testing;

namespace Regio.ExpertTable.Tests.Features;

/// <summary>Keeping and destroying files through the real service.</summary>
public sealed class RetentionFeatureTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    [Fact]
    public async Task Destruction_leaves_counts_and_no_person_in_the_read_log_too()
    {
        var request = Requests.Register();
        request.Siblings.Add(Requests.Register().Identity);
        var file = (await host.Guide.RegisterCaseAsync(request)).Case;
        await host.Chair.TriageCaseAsync(Requests.Return(file.Id));
        await host.ReadAsync(file.Id);
        string[] children = [file.SubjectPseudonym, file.SiblingPseudonyms[0]];
        Assert.Equal(2, await host.CountAsync($"select count(*) from vault.pseudonym where value in ('{children[0]}', '{children[1]}')"));

        await host.Keeper().DestroyCaseAsync(Keeping.Destroy(file.Id));

        foreach (var table in new[] { "case_file", "case_sibling", "case_read", "case_entry", "vault.pseudonym", "vault.subject", "vault.identity", "outbox_message" })
        {
            foreach (var child in children)
                Assert.Equal(0, await host.CountAsync($"select count(*) from {table} t where t::text like '%{child}%'"));
        }

        Assert.Equal(0, await host.CountAsync($"select count(*) from case_entry where case_id = '{file.Id}'"));
        Assert.Equal("Returned", await host.Database.ScalarAsync<string>($"select state from case_file where id = '{file.Id}' and municipality_id = 'GM0106'"));
        Assert.Equal(2, await host.CountAsync($"select count(*) from case_transition where case_id = '{file.Id}'"));
        var reads = (await host.Officer.ListCaseReadsAsync(new() { Id = file.Id })).Reads;
        Assert.Equal(2, reads.Count(r => r is { Method: "GetCase", Reader: "a table-chair", TraceId: "" }));
        Assert.True((await host.Log().VerifyReadLogAsync(new())).Whole);
        Assert.Equal("SUBJECT_UNKNOWN", (await Refused.ByAsync(async () => await host.Log().FindSubjectAsync(new() { Bsn = request.Identity.Bsn }))).Reason());
    }

    [Fact]
    public async Task A_destroyed_case_is_unknown_to_everybody_and_its_child_may_come_again()
    {
        var request = Requests.Register();
        var id = (await host.Guide.RegisterCaseAsync(request)).Case.Id;
        await host.Chair.TriageCaseAsync(Requests.Return(id));
        await host.Keeper().DestroyCaseAsync(Keeping.Destroy(id));

        foreach (var call in new Func<Task>[]
        {
            async () => await host.ReadAsync(id),
            async () => await host.FollowUpAs("table-chair").ReopenCaseAsync(FollowUps.Reopen(id)),
            async () => await host.Keeper().DestroyCaseAsync(Keeping.Destroy(id)),
            async () => await host.Keeper().SetLegalHoldAsync(Keeping.Hold(id)),
        })
        {
            var refused = await Refused.ByAsync(call);
            Assert.Equal((StatusCode.NotFound, "CASE_UNKNOWN"), (refused.StatusCode, refused.Reason()));
        }

        Assert.DoesNotContain((await host.Chair.ListCasesAsync(new() { PageSize = 500 })).Cases, c => c.Id == id);
        Assert.Equal(CaseState.Registered, (await host.Guide.RegisterCaseAsync(Requests.Register(bsn: request.Identity.Bsn))).Case.State);
    }

    [Fact]
    public async Task A_child_with_another_case_stays_in_the_vault()
    {
        var request = Requests.Register();
        var first = (await host.Guide.RegisterCaseAsync(request)).Case;
        var second = (await host.Guide.RegisterCaseAsync(Requests.Register(bsn: request.Identity.Bsn))).Case;
        await host.Chair.TriageCaseAsync(Requests.Return(first.Id));

        await host.Keeper().DestroyCaseAsync(Keeping.Destroy(first.Id));

        Assert.Equal(second.SubjectPseudonym, (await host.Log().FindSubjectAsync(new() { Bsn = request.Identity.Bsn })).SubjectPseudonym);
        Assert.Equal(0, await host.CountAsync($"select count(*) from case_read where case_id = '{first.Id}' and subject_pseudonym is not null"));
    }

    [Fact]
    public async Task A_line_that_was_written_during_the_destruction_loses_the_child_a_moment_later()
    {
        var file = await host.CaseInAsync(CaseState.Returned);
        await host.Keeper().DestroyCaseAsync(Keeping.Destroy(file.Id));
        await host.Database.ExecuteAsync(
            $"""
            insert into case_read (case_id, subject_pseudonym, reader, role, purpose, ground, method, trace_id, read_at)
            values ('{file.Id}', '{file.SubjectPseudonym}', 'late', 'table-chair', 'Treatment', 'StatutoryTask', 'GetCase', 'a trace', now())
            """);

        await Eventually.Is("no line has the child", 0, () => host.CountAsync($"select count(*) from case_read where subject_pseudonym = '{file.SubjectPseudonym}'"));

        Assert.True((await host.Log().VerifyReadLogAsync(new())).Whole);
    }

    [Fact]
    public async Task A_hold_and_the_term_keep_a_file()
    {
        var id = (await host.CaseInAsync(CaseState.Closed)).Id;

        var early = await Refused.ByAsync(async () => await host.Keeper().DestroyCaseAsync(Keeping.Destroy(id, DestructionGround.Term)));
        Assert.True((await host.Keeper().SetLegalHoldAsync(Keeping.Hold(id))).Case.Held);
        var held = await Refused.ByAsync(async () => await host.Keeper().DestroyCaseAsync(Keeping.Destroy(id)));
        Assert.False((await host.Keeper().LiftLegalHoldAsync(Keeping.Lift(id))).Case.Held);
        await host.Keeper().DestroyCaseAsync(Keeping.Destroy(id));

        Assert.Equal((StatusCode.FailedPrecondition, "RETENTION_RUNS", "ground"), (early.StatusCode, early.Reason(), early.Field()));
        Assert.Equal("LEGAL_HOLD_PRESENT", held.Reason());
    }

    [Fact]
    public async Task A_closed_file_is_due_once_twenty_years_have_passed_and_nothing_keeps_it()
    {
        var (old, held, late) = ((await host.CaseInAsync(CaseState.Returned)).Id, (await host.CaseInAsync(CaseState.Returned)).Id, (await host.CaseInAsync(CaseState.Returned)).Id);
        await host.Keeper().SetLegalHoldAsync(Keeping.Hold(held));
        await host.Database.ExecuteAsync(
            $"""
            alter table case_entry disable trigger user;
            update case_entry set written_at = now() - interval '21 years' where case_id in ('{old}', '{held}');
            alter table case_entry enable trigger user;
            update case_file set state_since = now() - interval '21 years' where id in ('{old}', '{held}', '{late}');
            """);

        Assert.Equal([old], (await host.Keeper().ListDueCasesAsync(new())).Cases.Select(c => c.Id));
        Assert.Empty((await host.Keeper("GM0114").ListDueCasesAsync(new())).Cases);
        await host.Keeper().DestroyCaseAsync(Keeping.Destroy(old, DestructionGround.Term));
        Assert.Empty((await host.Keeper().ListDueCasesAsync(new())).Cases);
    }

    [Theory]
    [InlineData("delete from case_entry where case_id = '{0}'", "23001")]
    [InlineData("delete from case_sibling where case_id = '{0}'", "23001")]
    [InlineData("update case_file set destroyed_at = now() where id = '{0}'", "23514")]
    [InlineData("update case_file set subject_pseudonym = '00000000-0000-0000-0000-000000000000' where id = '{0}'", "23514")]
    public async Task The_database_lets_nothing_go_of_a_case_that_is_kept(string statement, string state)
    {
        var request = Requests.Register();
        request.Siblings.Add(Requests.Register().Identity);
        var id = (await host.Guide.RegisterCaseAsync(request)).Case.Id;

        var refused = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync(statement.Replace("{0}", id, StringComparison.Ordinal)));

        Assert.Equal(state, refused.SqlState);
    }
}
