using Npgsql;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;
using Regio.Testing;
using static Regio.Procurement.Tests.CareOrders.CareLetters;

namespace Regio.Procurement.Tests.CareOrders.Retention;

/// <summary>How long files of care messages are kept, and how they go.</summary>
[Collection(nameof(CareRetention))]
public sealed class CareRetentionDueTests(ProcurementHost host) : CareRetention(host)
{
    [Fact]
    public async Task A_file_goes_when_its_years_have_passed_since_it_came_in_and_not_a_day_before()
    {
        await DestroyAsync();
        var (old, young) = (await RefusedAsync(), await RefusedAsync());
        var kept = await FirstKeptAsync();
        await ArrivedAsync(In(old), $"{At(kept)} - interval '1 microsecond'");
        await ArrivedAsync(In(young), At(kept));

        var before = await Keeper.GetCareRetentionAsync(new());
        var answer = await DestroyAsync();
        var after = await Keeper.GetCareRetentionAsync(new());

        Assert.Equal((1L, 1, false, 0L), (before.DueCount, answer.DestroyedCount, answer.More, after.DueCount));
        Assert.Equal(before.KeptCount - 1, after.KeptCount);
        Assert.Equal(Term.CareFileYears, before.Setting.Term);
        Assert.Equal(Today.ToProto(), (await GetAsync(old)).DestroyedDate);
        Assert.Null((await GetAsync(young)).DestroyedDate);
    }

    [Fact]
    public async Task What_is_about_an_assignment_is_needed_until_the_years_after_its_last_day()
    {
        string[] messages =
        [
            await TakesAsync(Letters.Assign(Assigned(Number))),
            await TakesAsync(Letters.Start(Number, FirstDay)),
            await TakesAsync(Letters.Stop(Number, FirstDay, new DateOnly(2026, 3, 31))),
        ];
        await LongAgoAsync(messages);
        var kept = await FirstKeptAsync();

        await AssignedUntilAsync(Number, kept);
        await DestroyAsync();
        Assert.Equal(0, await DestroyedAsync(messages));
        await AssignedUntilAsync(Number, kept.AddDays(-1));
        await DestroyAsync();
        Assert.Equal(messages.Length, await DestroyedAsync(messages));
    }

    [Fact]
    public async Task An_assignment_without_a_last_day_ends_with_its_care()
    {
        var assigned = await TakesAsync(Letters.Assign(Assigned(Number)));
        await LongAgoAsync(assigned);
        await Host.Database.ExecuteAsync($"update care_assignment set starts_on = '2010-01-01', ends_on = null where number = {Number}");
        await DestroyAsync();
        Assert.Equal(0, await DestroyedAsync(assigned));

        var started = await TakesAsync(Letters.Start(Number, FirstDay));
        await LongAgoAsync(started);
        await DestroyAsync();
        Assert.Equal(0, await DestroyedAsync(assigned, started));

        var stopped = await TakesAsync(Letters.Stop(Number, FirstDay, new DateOnly(2026, 3, 31)));
        await LongAgoAsync(stopped);
        await Host.Database.ExecuteAsync($"update care_stop set ended_on = date '{await FirstKeptAsync():yyyy-MM-dd}' - 1 where stopped_by = '{stopped}'");
        await DestroyAsync();
        Assert.Equal(3, await DestroyedAsync(assigned, started, stopped));
    }

    [Fact]
    public async Task A_request_is_needed_while_it_waits_and_for_the_years_after_its_answer()
    {
        var asked = await TakesAsync(Letters.Ask(Asked(Reference)));
        await LongAgoAsync(asked);
        await DestroyAsync();
        Assert.Equal(0, await DestroyedAsync(asked));

        var answered = await TakesAsync(Letters.Reply(Reference, "1", "3"));
        await DestroyAsync();
        Assert.Equal(0, await DestroyedAsync(asked));

        await LongAgoAsync(answered);
        await DestroyAsync();
        Assert.Equal(2, await DestroyedAsync(asked, answered));
    }

    [Fact]
    public async Task A_claim_counts_from_the_day_it_came_in_also_while_its_assignment_goes_on()
    {
        var (assigned, claimed) = await ClaimedAsync();
        await AssignedUntilAsync(Number, Today.AddYears(1));
        await LongAgoAsync(assigned, claimed);

        await DestroyAsync();

        Assert.Equal((0, 1), (await DestroyedAsync(assigned), await DestroyedAsync(claimed)));
    }

    [Fact]
    public async Task The_term_that_a_region_begins_with_says_on_what_ground_it_stands()
    {
        var terms = new TermService.TermServiceClient(Host.Invoker(TestTokens.For(Roles.ContractManager)));

        var first = (await terms.ListTermSettingsAsync(new() { Term = Term.CareFileYears })).Settings[^1];

        Assert.Equal(7, first.Value);
        Assert.Contains("administratie", first.Ground, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Large_files_go_a_few_at_a_time_and_the_answer_says_that_more_are_due()
    {
        await DestroyAsync();
        string[] large = [await RefusedAsync(), await RefusedAsync()];
        await LongAgoAsync(large);
        await Host.Database.ExecuteAsync(
            $"""
             alter table care_message disable trigger user;
             update care_message set size_bytes = 200 * 1024 * 1024 where id in ({In(large)});
             alter table care_message enable trigger user;
             """);

        var first = await DestroyAsync();
        var second = await DestroyAsync();

        Assert.Equal((1, true, 1, false), (first.DestroyedCount, first.More, second.DestroyedCount, second.More));
    }

    [Fact]
    public async Task Another_setting_holds_from_its_day_on_for_whatever_is_kept()
    {
        var terms = new TermService.TermServiceClient(Host.Invoker(TestTokens.For(Roles.ContractManager)));
        var id = await RefusedAsync();
        await ArrivedAsync(In(id), "now() - interval '8 years'");
        await SetAsync(9, Today.AddDays(-2));
        await DestroyAsync();
        Assert.Equal(0, await DestroyedAsync(id));
        var early = await Assert.ThrowsAsync<PostgresException>(() => Host.Database.ExecuteAsync(Destruction(id)));
        Assert.Equal("23001", early.SqlState);

        await SetAsync(7, Today.AddDays(-1));
        await SetAsync(20, Today.AddDays(1));
        await DestroyAsync();

        Assert.Equal(1, await DestroyedAsync(id));

        Task SetAsync(int years, DateOnly from) => terms.SetTermAsync(new()
        {
            RequestId = ProcurementHost.NewId(),
            Setting = new() { Term = Term.CareFileYears, Value = years, StartDate = from.ToProto(), Ground = "Besluit van het bestuur", Source = new() { Title = "Besluitenlijst" } },
        }).ResponseAsync;
    }

    private async Task<DateOnly> FirstKeptAsync() => KeptYears.FirstKept(Today, (await Keeper.GetCareRetentionAsync(new())).Setting.Value);

    private static string At(DateOnly day) => $"timestamptz '{day.InDutchTime():O}'";
}
