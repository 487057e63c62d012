using Grpc.Core;
using Npgsql;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;
using Regio.Testing;
using RetentionTerm = Regio.ExpertTable.Retention.RetentionTerm;

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

    [Fact]
    public async Task What_is_listed_as_due_is_what_may_be_destroyed_to_the_day()
    {
        var years = (await Terms.GetTermsAsync(new())).Settings.ToDictionary(setting => setting.Term, setting => setting.Value);
        var (today, cases) = (ExpertTableHost.Today.ToDateOnly(), new List<(string Id, bool IsDue)>());
        foreach (var (state, term) in new[] { (CaseState.Returned, Term.ReferralYears), (CaseState.Closed, Term.FileYears) })
        {
            // The last moment of the last day that may go, and the first moment of the day that stays.
            var kept = $"timestamptz '{RetentionTerm.FirstKept(today, years[term]).InDutchTime():O}'";
            cases.Add((await ChangedAsync(state, $"{kept} - interval '1 microsecond'"), true));
            cases.Add((await ChangedAsync(state, kept), false));
            cases.Add((await ChangedAsync(state, $"{kept} - interval '1 day'", moved: kept), false));
        }

        var asked = await ChangedAsync(CaseState.Closed, "now() - interval '30 years'", ask: true);
        cases.Add((asked, false));
        var listed = (await host.Keeper().ListDueCasesAsync(new() { PageSize = 500 })).Cases.Select(c => c.Id).ToHashSet();

        foreach (var (id, isDue) in cases)
        {
            Assert.Equal(isDue, listed.Contains(id));
            var answer = await Record.ExceptionAsync(async () => await host.Keeper().DestroyCaseAsync(Keeping.Destroy(id, DestructionGround.Term)));
            Assert.Equal(isDue, answer is null);
            if (!isDue)
                Assert.Equal(id == asked ? "RECTIFICATION_OPEN" : "RETENTION_RUNS", Assert.IsType<RpcException>(answer).Reason());
        }
    }

    [Fact]
    public async Task A_line_of_the_read_log_loses_the_child_after_its_own_term_and_the_chain_stays_whole()
    {
        var (file, held) = (await host.CaseInAsync(CaseState.Registered), await host.CaseInAsync(CaseState.Registered));
        await host.Keeper().SetLegalHoldAsync(Keeping.Hold(held.Id));
        foreach (var (of, at) in new[] { (file, "now() - interval '21 years'"), (held, "now() - interval '21 years'"), (file, "now() - interval '19 years'") })
        {
            await host.Database.ExecuteAsync(
                $"""
                insert into case_read (case_id, subject_pseudonym, reader, role, purpose, ground, method, trace_id, read_at)
                values ('{of.Id}', '{of.SubjectPseudonym}', 'of long ago', 'table-chair', 'Treatment', 'StatutoryTask', 'GetCase', 'a trace', {at})
                """);
        }

        var before = (await host.Keeper().ListRetentionAsync(new())).Kinds.Single(kind => kind.Kind == RecordKind.ReadLog);
        var answer = await host.Keeper().DestroyDueRecordsAsync(new() { RequestId = ExpertTableHost.NewId(), Kind = RecordKind.ReadLog });
        var after = (await host.Keeper().ListRetentionAsync(new())).Kinds.Single(kind => kind.Kind == RecordKind.ReadLog);

        Assert.Equal((1L, 1, false, 0L), (before.DueCount, answer.DestroyedCount, answer.More, after.DueCount));
        Assert.Equal(20, before.Setting.Value);
        Assert.Equal(1, await host.CountAsync($"select count(*) from case_read where reader = 'of long ago' and subject_pseudonym is null and case_id = '{file.Id}'"));
        Assert.Equal(2, await host.CountAsync("select count(*) from case_read where reader = 'of long ago' and subject_pseudonym is not null"));
        Assert.True((await host.Log().VerifyReadLogAsync(new())).Whole);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync(
            $"update case_read set subject_pseudonym = null, trace_id = '', blanked = 'x' where reader = 'of long ago' and case_id = '{held.Id}'"));
        Assert.Equal("23001", refused.SqlState);
    }

    [Fact]
    public async Task A_consultation_loses_its_texts_after_its_own_term_and_still_counts()
    {
        var consultations = new ConsultationService.ConsultationServiceClient(host.Invoker(TestTokens.For(Roles.TableChair)));
        var old = (await consultations.RecordConsultationAsync(Held(years: 6))).Consultation.Id;
        var young = (await consultations.RecordConsultationAsync(Held(years: 4))).Consultation.Id;

        var limited = await Refused.ByAsync(async () => await host.Keeper("GM0106").DestroyDueRecordsAsync(Destroy()));
        var answer = await host.Keeper().DestroyDueRecordsAsync(Destroy());

        Assert.Equal((StatusCode.PermissionDenied, 1), (limited.StatusCode, answer.DestroyedCount));
        var (gone, kept) = ((await consultations.GetConsultationAsync(new() { Id = old })).Consultation, (await consultations.GetConsultationAsync(new() { Id = young })).Consultation);
        Assert.Equal(("", "", 20, ExpertTableHost.Today), (gone.Question, gone.Answer, gone.Minutes, gone.DestroyedDate));
        Assert.Equal(("Wie weet raad?", null), (kept.Question, kept.DestroyedDate));
        Assert.Equal("23001", (await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync(
            $"update consultation set sealed = '', key_id = '', destroyed_on = current_date where id = '{young}'"))).SqlState);

        static DestroyDueRecordsRequest Destroy() => new() { RequestId = ExpertTableHost.NewId(), Kind = RecordKind.Consultation };
        static RecordConsultationRequest Held(int years) => new()
        {
            RequestId = ExpertTableHost.NewId(),
            Consultation = new()
            {
                HeldDate = ExpertTableHost.Today.ToDateOnly().AddYears(-years).ToProto(), Asker = ConsultationAsker.School, Outcome = ConsultationOutcome.Advised, Minutes = 20,
                Question = "Wie weet raad?", Answer = "Zoek het dichtbij.",
            },
        };
    }

    private TermService.TermServiceClient Terms => new(host.Invoker(TestTokens.For(Roles.PrivacyOfficer)));

    /// <summary>A case that was last written to, and last moved, at these moments.</summary>
    private async Task<string> ChangedAsync(CaseState state, string written, string? moved = null, bool ask = false)
    {
        var file = await host.CaseInAsync(state);
        if (ask)
            await host.Rights().RequestRectificationAsync(Rights.Ask(file));
        await host.Database.ExecuteAsync(
            $"""
            alter table case_entry disable trigger user;
            update case_entry set written_at = {written} where case_id = '{file.Id}';
            alter table case_entry enable trigger user;
            update case_file set state_since = {moved ?? written} where id = '{file.Id}';
            """);
        return file.Id;
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
