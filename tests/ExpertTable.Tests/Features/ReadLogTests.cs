using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Npgsql;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Tests.Features;

public sealed class ReadLogTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    [Fact]
    public async Task Each_read_says_who_in_which_role_why_by_which_rpc_and_in_which_trace()
    {
        var id = (await host.CaseInAsync(CaseState.Scheduled)).Id;
        var trace = ActivityTraceId.CreateRandom().ToHexString();
        var headers = new Metadata { { "traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom().ToHexString()}-01" } };

        await host.As(Roles.TableMember, subject: "lid 7").GetCaseAsync(new() { Id = id, Purpose = ReadPurpose.Sitting }, headers);
        await host.Assen.ListCasesAsync(new() { State = CaseState.Scheduled });

        var reads = (await host.Officer.ListCaseReadsAsync(new() { Id = id })).Reads;
        Assert.Equal(2, reads.Count);
        Assert.Equal(("a policy-adviser", Roles.PolicyAdviser, ReadPurpose.Overview, "ListCases"), (reads[0].Reader, reads[0].Role, reads[0].Purpose, reads[0].Method));
        Assert.Equal(("lid 7", Roles.TableMember, ReadPurpose.Sitting, "GetCase"), (reads[1].Reader, reads[1].Role, reads[1].Purpose, reads[1].Method));
        Assert.Equal(trace, reads[1].TraceId);
        Assert.True(reads[0].ReadTime.ToDateTimeOffset() >= reads[1].ReadTime.ToDateTimeOffset());
        Assert.Equal(
            (await host.ReadAsync(id)).SubjectPseudonym,
            (await host.Database.ScalarAsync<Guid>($"select distinct subject_pseudonym from case_read where case_id = '{id}'")).ToString());
    }

    [Fact]
    public async Task A_page_of_a_list_logs_each_case_on_it_and_no_other()
    {
        await host.CaseInAsync(CaseState.Returned);
        await host.CaseInAsync(CaseState.Returned);
        var before = await host.CountAsync("select count(*) from case_read");

        var page = await host.Guide.ListCasesAsync(new() { State = CaseState.Returned, PageSize = 1 });

        Assert.Single(page.Cases);
        Assert.Equal(before + 1, await host.CountAsync("select count(*) from case_read"));
        Assert.Single((await host.Chair.ListCaseReadsAsync(new() { Id = page.Cases[0].Id })).Reads, r => r.Role == Roles.ProcessGuide);
    }

    [Fact]
    public async Task The_log_is_walked_by_pages()
    {
        var id = (await host.CaseInAsync(CaseState.Registered)).Id;
        for (var i = 0; i < 5; i++)
            await host.ReadAsync(id);

        var seen = new List<Timestamp>();
        var request = new ListCaseReadsRequest { Id = id, PageSize = 2 };
        do
        {
            var page = await host.Officer.ListCaseReadsAsync(request);
            seen.AddRange(page.Reads.Select(r => r.ReadTime));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(5, seen.Distinct().Count());
        Assert.Equal(5, seen.Count);
    }

    [Theory]
    [InlineData("update case_read set reader = 'somebody else'")]
    [InlineData("delete from case_read")]
    [InlineData("truncate case_read")]
    [InlineData("update case_entry set written_by = 'somebody else'")]
    [InlineData("update case_entry set sealed = 'x'")]
    [InlineData("delete from case_entry")]
    [InlineData("truncate case_entry")]
    [InlineData("delete from case_transition")]
    public async Task The_database_refuses_to_change_what_only_grows(string statement)
    {
        await host.ReadAsync((await host.CaseInAsync(CaseState.Scheduled)).Id);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync(statement));

        Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
    }

    [Fact]
    public async Task A_read_that_cannot_be_logged_is_not_answered()
    {
        var id = (await host.CaseInAsync(CaseState.Registered)).Id;
        await host.Database.ExecuteAsync("alter table case_read add constraint log_is_full check (reader <> 'unlogged')");
        var unlogged = host.As(Roles.TableChair, subject: "unlogged");

        var get = await Refused.ByAsync(() => host.ReadAsync(id, unlogged));
        var list = await Refused.ByAsync(async () => await unlogged.ListCasesAsync(new()));

        Assert.Equal((StatusCode.Internal, StatusCode.Internal), (get.StatusCode, list.StatusCode));
    }
}
