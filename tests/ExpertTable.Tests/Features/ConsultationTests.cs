using Grpc.Core;
using Npgsql;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;
using Regio.Testing;

namespace Regio.ExpertTable.Tests.Features;

/// <summary>Advice about a child that nobody names: recorded, sealed, listed and told in codes.</summary>
public sealed class ConsultationTests(ExpertTableHost host) : IClassFixture<ExpertTableHost>
{
    private ConsultationService.ConsultationServiceClient Chair => new(host.Invoker(TestTokens.For(Roles.TableChair)));

    [Fact]
    public async Task What_was_asked_and_answered_is_sealed_and_read_again_by_the_table()
    {
        var recorded = (await Chair.RecordConsultationAsync(Record())).Consultation;

        Assert.Equal(("", ""), (recorded.Question, recorded.Answer));
        var read = (await Chair.GetConsultationAsync(new() { Id = recorded.Id })).Consultation;
        Assert.Equal(("Welke hulp past bij uitval na een crisis?", "Kijk eerst naar de dagbesteding."), (read.Question, read.Answer));
        Assert.Equal((ConsultationAsker.School, ConsultationOutcome.Advised, 30), (read.Asker, read.Outcome, read.Minutes));
        Assert.Equal([Bottleneck.Waiting], read.Bottlenecks);
        Assert.DoesNotContain("crisis", await host.Database.ScalarAsync<string>($"select encode(sealed, 'escape') from consultation where id = '{recorded.Id}'"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Het gezin woont aan de Beilerstraat 12.", "consultation.question@23+15:address")]
    [InlineData("Bel moeder op 0592-123456.", "consultation.question@14+11:phone")]
    [InlineData("Mail naar ouder@voorbeeld.nl.", "consultation.question@10+18:email")]
    public async Task A_text_that_leads_to_somebody_is_refused_and_nothing_is_kept(string question, string place)
    {
        var before = await host.CountAsync("select count(*) from consultation");

        var refused = await Refused.ByAsync(async () => await Chair.RecordConsultationAsync(Record(question)));

        Assert.Equal((StatusCode.InvalidArgument, "CONSULTATION_GIVES_AWAY", "consultation.question"), (refused.StatusCode, refused.Reason(), refused.Field()));
        Assert.Contains(place, refused.Status.Detail, StringComparison.Ordinal);
        Assert.Equal(before, await host.CountAsync("select count(*) from consultation"));
    }

    [Fact]
    public async Task It_is_told_to_the_others_once_in_codes_without_person_or_municipality()
    {
        var request = Record();
        var first = (await Chair.RecordConsultationAsync(request)).Consultation;
        var again = (await Chair.RecordConsultationAsync(request)).Consultation;

        Assert.Equal(first, again);
        var told = await host.Database.ScalarAsync<string[]>($"select array_agg(body::text) from outbox_message where lane = '{first.Id}'");
        var body = Assert.Single(told!);
        Assert.Contains("\"school\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain("crisis", body, StringComparison.Ordinal);
        Assert.DoesNotContain("municipality", body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_list_is_of_a_period_page_by_page_without_texts()
    {
        var days = new[] { (2025, 12), (2026, 1), (2026, 1), (2026, 2) };
        var ids = new List<string>();
        foreach (var (year, month) in days)
            ids.Add((await Chair.RecordConsultationAsync(Record(day: new() { Year = year, Month = month, Day = 1 }))).Consultation.Id);
        var query = new ListConsultationsRequest { StartDate = new() { Year = 2026, Month = 1, Day = 1 }, EndDate = new() { Year = 2026, Month = 2, Day = 1 }, PageSize = 1 };

        var first = await Chair.ListConsultationsAsync(query);
        var second = await Chair.ListConsultationsAsync(new(query) { PageToken = first.NextPageToken });

        Assert.Equal([ids[2], ids[1]], first.Consultations.Concat(second.Consultations).Select(c => c.Id));
        Assert.Equal("", second.NextPageToken);
        Assert.All(first.Consultations, c => Assert.Equal("", c.Question));
    }

    [Fact]
    public async Task A_consultation_of_tomorrow_is_refused()
    {
        var tomorrow = TimeProvider.System.DutchToday().AddDays(1);

        var refused = await Refused.ByAsync(async () => await Chair.RecordConsultationAsync(Record(day: new() { Year = tomorrow.Year, Month = tomorrow.Month, Day = tomorrow.Day })));

        Assert.Equal((StatusCode.InvalidArgument, "consultation.held_date"), (refused.StatusCode, refused.Field()));
    }

    [Fact]
    public async Task The_database_lets_nobody_change_or_drop_one()
    {
        var id = (await Chair.RecordConsultationAsync(Record())).Consultation.Id;

        await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync($"update consultation set minutes = 1 where id = '{id}'"));
        await Assert.ThrowsAsync<PostgresException>(() => host.Database.ExecuteAsync($"delete from consultation where id = '{id}'"));
    }

    internal static RecordConsultationRequest Record(string question = "Welke hulp past bij uitval na een crisis?", Regio.Common.V1.Date? day = null) => new()
    {
        RequestId = ExpertTableHost.NewId(),
        Consultation = new()
        {
            HeldDate = day ?? ExpertTableHost.Today,
            Asker = ConsultationAsker.School,
            Outcome = ConsultationOutcome.Advised,
            Bottlenecks = { Bottleneck.Waiting },
            Minutes = 30,
            Question = question,
            Answer = "Kijk eerst naar de dagbesteding.",
        },
    };
}
