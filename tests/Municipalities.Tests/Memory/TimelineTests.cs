using Grpc.Core;
using Npgsql;
using Regio.Municipalities.Tests.Features;
using Regio.Municipalities.Tests.Rounds;
using Regio.Municipalities.Tests.Rpcs;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Security;
using Regio.Testing;
using Regio.Testing.Rpcs;

namespace Regio.Municipalities.Tests.Memory;

/// <summary>The timeline over real gRPC and PostgreSQL: complete, and found by Dutch words.</summary>
public sealed class TimelineTests(MunicipalitiesHost host) : IClassFixture<MunicipalitiesHost>
{
    [Theory]
    [InlineData("besluiten over aanbieders", "besluit aanbieder")]
    [InlineData("De raad wil coördinatie van de zorg", "coordinatie")]
    [InlineData("Eén financiële afspraak", "een financiele afspraken")]
    [InlineData("kleinschalig wonen in gezinshuizen", "\"kleinschalig wonen\"")]
    [InlineData("verblijf of pleegzorg", "pleegzorg or wisselbeker")]
    public async Task An_entry_is_found_by_its_words_whatever_their_form_and_accents(string literal, string sought)
    {
        var mark = $"kenmerk{Guid.NewGuid():N}";
        var round = await new RoundWays(host).ToAdoptAsync();
        var vote = RoundWays.Vote(round, Drenthe.Assen);
        vote.LiteralText = $"{literal} {mark}";
        await host.Decisions.RecordDecisionAsync(vote);

        var found = Assert.Single(await ListAsync(new() { Text = $"{sought} {mark}" }));
        Assert.Equal(($"rounds/{round}/decisions/1", TimelineKind.Decision, "Gemeenteraad van Assen: vastgesteld", vote.LiteralText),
            (found.Name, found.Kind, found.Title, found.Text));
        Assert.Equal(("JHRD", "Regiovisie", RoundWays.Past, DatePrecision.Day), (found.RegionId, found.Subject, found.Date, found.DatePrecision));
        Assert.Equal("GM0106", Assert.Single(found.MunicipalityIds));
        Assert.Empty(await ListAsync(new() { Text = $"{mark} -{mark}" }));
        Assert.Empty(await ListAsync(new() { Text = mark, MunicipalityId = "GM0114" }));
    }

    [Fact]
    public async Task A_round_is_told_with_its_texts_views_remarks_decisions_follow_ups_and_adoption()
    {
        var ways = new RoundWays(host);
        var (weighed, view) = await ways.WeighingAsync();
        var adopted = await ways.ToAdoptAsync();
        foreach (var council in Drenthe.Councils)
            await host.Decisions.RecordDecisionAsync(RoundWays.Vote(adopted, council));

        var told = await ListAsync(new() { RegionId = "JHRD", PageSize = 500 });

        Assert.Single(told, e => e.Name == $"rounds/{weighed}/views/{view}" && e.Kind == TimelineKind.View && e.MunicipalityIds.Single() == "GM1680");
        Assert.Single(told, e => e.Name == $"rounds/{weighed}/views/{view}/remarks/1" && e.Text == "Borg dit in de uitvoering.");
        Assert.Equal(12, told.Count(e => e.Name.StartsWith($"rounds/{adopted}/decisions/", StringComparison.Ordinal)));
        Assert.Single(told, e => e.Name.StartsWith($"rounds/{adopted}/texts/1-definitive", StringComparison.Ordinal) && e.MunicipalityIds.Count == 12);
        Assert.Contains(told, e => e.Title == "Regiovisie vastgesteld: versie 1" && e.Kind == TimelineKind.Event && e.Date.Equals(RoundWays.Past));
    }

    [Fact]
    public async Task Nothing_is_missing_and_what_was_lost_comes_back()
    {
        var ways = new RoundWays(host);
        await ways.WeighingAsync();
        var round = await ways.NotAdoptedAsync();
        await new FundSamples(host).SpendAsync();
        Assert.Equal(new RebuildTimelineResponse(), await RebuildAsync());

        await host.Database.ExecuteAsync($"""
            delete from timeline_entry where name = 'rounds/{round}/decisions/1';
            update timeline_entry set title = 'Anders' where kind = 'Money';
            insert into timeline_entry (name, kind, municipality_ids, subject, title, text, happened_on, precision, origin)
            values ('rounds/none', 'Decision', array[]::text[], '', '', '', '2020-01-01', 'Day', '');
            """);

        var found = await RebuildAsync();
        Assert.Equal((1, 1), (found.Added, found.Removed));
        Assert.True(found.Changed > 0);
        Assert.Equal(new RebuildTimelineResponse(), await RebuildAsync());
    }

    [Fact]
    public async Task An_entry_is_there_with_its_fact_or_not_at_all()
    {
        var round = await new RoundWays(host).ToAdoptAsync();
        var before = await host.Database.ScalarAsync<long>("select count(*) from timeline_entry");

        await host.Database.ExecuteAsync($"""
            begin;
            insert into round_text (round_id, version_number, definitive, revision, content_hash, note, published_on)
            values ('{round}', 9, false, 0, '{Drenthe.Hash("x")}', '', '2024-01-01');
            rollback;
            """);

        Assert.Equal(before, await host.Database.ScalarAsync<long>("select count(*) from timeline_entry"));
    }

    [Fact]
    public async Task Pages_come_in_the_order_of_the_days_and_what_has_no_date_comes_last()
    {
        var subject = $"Onderwerp {Guid.NewGuid():N}";
        foreach (var year in new[] { 2021, 2024, 2022 })
        {
            var letter = Recollections.Letter(subject);
            letter.Document.Date = new() { Year = year, Month = 1, Day = 1 };
            letter.Document.DatePrecision = DatePrecision.Year;
            await host.Memory.RecordDocumentAsync(letter);
        }

        var undated = Recollections.Letter(subject);
        (undated.Document.Date, undated.Document.DatePrecision) = (null, DatePrecision.Unknown);
        await host.Memory.RecordDocumentAsync(undated);

        var all = new List<TimelineEntry>();
        var request = new ListTimelineEntriesRequest { Subject = subject, PageSize = 1 };
        do
        {
            var page = await host.Memory.ListTimelineEntriesAsync(request);
            all.AddRange(page.Entries);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal([2024, 2022, 2021, 0], all.Select(e => e.Date?.Year ?? 0));
        Assert.Equal(DatePrecision.Unknown, all[^1].DatePrecision);
        Assert.Equal(12, all[^1].MunicipalityIds.Count);
        var period = new Common.V1.Period { StartDate = new() { Year = 2021, Month = 6, Day = 1 }, EndDate = new() { Year = 2024, Month = 1, Day = 1 } };
        Assert.Equal(2022, Assert.Single(await ListAsync(new() { Subject = subject, Period = period, Kinds = { TimelineKind.Document } })).Date.Year);
        Assert.Empty(await ListAsync(new() { Subject = subject, Kinds = { TimelineKind.Decision } }));
    }

    [Fact]
    public async Task A_reference_that_corrects_another_takes_its_place()
    {
        var subject = $"Onderwerp {Guid.NewGuid():N}";
        var first = Recollections.Letter(subject);
        var wrong = (await host.Memory.RecordDocumentAsync(first)).Document;
        var second = first.Clone();
        (second.RequestId, second.Document.Title, second.Document.CorrectsId) = (GeneratedRequest.NewId(), "Brief aan de raden", wrong.Id);
        var right = (await host.Memory.RecordDocumentAsync(second)).Document;

        Assert.Equal("Brief aan de raden", Assert.Single(await ListAsync(new() { Subject = subject })).Title);
        Assert.Equal(right.Id, (await host.Memory.GetDocumentAsync(new() { Id = wrong.Id })).Document.CorrectedById);
        var again = second.Clone();
        again.RequestId = GeneratedRequest.NewId();
        await Refusals.IsRefusedAsync("DOCUMENT_CORRECTED", StatusCode.AlreadyExists, async () => await host.Memory.RecordDocumentAsync(again));
        var twice = first.Clone();
        twice.RequestId = GeneratedRequest.NewId();
        await Refusals.IsRefusedAsync("DOCUMENT_RECORDED", StatusCode.AlreadyExists, async () => await host.Memory.RecordDocumentAsync(twice));
        Assert.Equal(new RebuildTimelineResponse(), await RebuildAsync());
    }

    [Fact]
    public async Task A_date_goes_with_its_precision_and_none_with_unknown()
    {
        var letter = Recollections.Letter();
        letter.Document.DatePrecision = DatePrecision.Unknown;
        await Refusals.IsRefusedAsync("DATE_AND_PRECISION_DIFFER", StatusCode.InvalidArgument, async () => await host.Memory.RecordDocumentAsync(letter));

        var refused = await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync("update document_reference set title = 'x'"));
        Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
    }

    [Fact]
    public async Task An_adviser_records_the_documents_of_the_own_municipality_only()
    {
        var adviser = new MemoryService.MemoryServiceClient(host.Host.CreateChannel(TestTokens.For(Roles.PolicyAdviser, municipality: "GM0106")));
        var letter = Recollections.Letter();
        await Refusals.IsRefusedAsync("OTHER_PARTY_DATA", StatusCode.PermissionDenied, async () => await adviser.RecordDocumentAsync(letter));

        letter.Document.MunicipalityId = "GM0106";
        Assert.Equal("GM0106", (await adviser.RecordDocumentAsync(letter)).Document.MunicipalityId);
    }

    private async Task<IReadOnlyList<TimelineEntry>> ListAsync(ListTimelineEntriesRequest request) =>
        (await host.Memory.ListTimelineEntriesAsync(request)).Entries;

    private async Task<RebuildTimelineResponse> RebuildAsync() =>
        await new MemoryService.MemoryServiceClient(host.Host.CreateChannel(TestTokens.For(Roles.Operator)))
            .RebuildTimelineAsync(new() { RequestId = GeneratedRequest.NewId() });
}
