using Regio.CareMessages;
using Regio.CareMessages.Model;
using Regio.Procurement.Tests.Features;
using Regio.Procurement.V1;
using static Regio.Procurement.Tests.CareOrders.CareLetters;

namespace Regio.Procurement.Tests.CareOrders;

/// <summary>Assignments and their delivery: what follows what, in whatever order it comes.</summary>
[Collection(nameof(ProcurementHost))]
public sealed class AssignmentTests(ProcurementHost host)
{
    private static readonly DateOnly s_begin = new(2026, 1, 12);
    private static readonly DateOnly s_pause = new(2026, 2, 20);
    private static readonly DateOnly s_end = new(2026, 4, 30);

    private readonly CareFiles _files = new(host);
    private readonly CareLetters _letters = new(host.NewAgbCode());
    private readonly long _number = NewAssignment();

    [Fact]
    public async Task Delivery_starts_pauses_goes_on_and_ends()
    {
        await TakesAsync(_letters.Assign(Assigned(_number)));
        await TakesAsync(_letters.Start(_number, s_begin));
        await TakesAsync(_letters.Stop(_number, s_begin, s_pause, "20"));
        await TakesAsync(_letters.Start(_number, s_pause.AddDays(10)));
        await TakesAsync(_letters.Stop(_number, s_pause.AddDays(10), s_end));
        await TakesAsync(_letters.Start(_number, s_end.AddDays(10)));

        Assert.Equal(1, await CountAsync("select count(*) from care_delivery d join care_assignment a on a.id = d.assignment_id where a.number = {0} and d.is_running"));
        Assert.Equal(2, await CountAsync("select count(*) from care_stop s join care_delivery d on d.id = s.delivery_id join care_assignment a on a.id = d.assignment_id where a.number = {0}"));
    }

    [Fact]
    public async Task A_pause_may_be_followed_by_a_definite_stop_on_the_same_day()
    {
        await StartedAsync();
        await TakesAsync(_letters.Stop(_number, s_begin, s_pause, "20"));

        await TakesAsync(_letters.Stop(_number, s_begin, s_pause, "32"));
    }

    public static TheoryData<string, string, string, string> Refusals() => new()
    {
        { "start on an unknown number", "TR019", "9019", "/ToewijzingNummer" },
        { "start of another client", "TR019", "9019", "/ToewijzingNummer" },
        { "start of another product", "IV075", "", "/Product" },
        { "start twice", "TR074", "9074", "" },
        { "second start", "TR326", "9326", "" },
        { "delete an unknown start", "TR063", "9063", "" },
        { "delete a stopped start", "TR071", "9071", "" },
        { "stop without start", "TR382", "9069", "/Begindatum" },
        { "stop of an earlier start", "TR382", "9069", "/Begindatum" },
        { "stop twice", "TR074", "9074", "" },
        { "delete an unknown stop", "TR063", "9063", "" },
        { "pause after pause", "TR413", "9413", "" },
        { "stop before pause", "TR414", "9414", "" },
        { "stop after stop", "TR415", "9415", "" },
        { "delete a stop under a running start", "TR326", "9326", "" },
        { "number of another client", "TR332", "9332", "/ToewijzingNummer" },
        { "another first day", "OP033x1", "", "" },
        { "another volume", "OP033x1", "", "" },
        { "change of what was deleted", "OP033x1", "", "" },
        { "code of another category", "TR381", "S329", "/Product/Code" },
        { "before the region", "TR378", "S300", "/Bericht/Header/Afzender" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_does_not_follow_is_refused_with_its_rule_code_and_place_and_changes_nothing(string what, string rule, string code, string place)
    {
        var file = await PrepareAsync(what);
        var before = await StateAsync();

        var answer = await _files.DeliverAsync(file);

        var finding = Assert.Single(answer.Findings, finding => finding.IsError);
        Assert.Equal((rule, code), (finding.Rule, finding.ReturnCode));
        Assert.EndsWith(place, finding.Path, StringComparison.Ordinal);
        Assert.Equal(CareMessageOutcome.Refused, answer.Message.Outcome);
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task A_refused_start_comes_back_with_its_code_at_the_start_and_none_at_the_client()
    {
        var id = (await _files.DeliverAsync(_letters.Start(_number, s_begin))).Message.Id;

        using var file = new MemoryStream(await _files.AnswerAsync(id));
        var returned = Assert.IsType<Jw306>(MessageValidator.Validate(file).Message);

        Assert.Equal("0200", Assert.Single(returned.Header.RetourCodes).Data);
        Assert.Equal("0200", Assert.Single(returned.Client!.RetourCodes).Data);
        Assert.Equal("9019", Assert.Single(Assert.Single(returned.Client.StartProducten).RetourCodes).Data);
    }

    [Fact]
    public async Task A_start_is_corrected_by_deleting_it_and_sending_it_anew_in_one_message()
    {
        await StartedAsync();

        await TakesAsync(_letters.Starts(Started(_number, s_begin.AddDays(1)), Started(_number, s_begin, "3")));

        Assert.Equal(1, await CountAsync($"select count(*) from care_delivery d join care_assignment a on a.id = d.assignment_id where a.number = {{0}} and d.is_running and d.began_on = '{s_begin.AddDays(1):yyyy-MM-dd}'"));
        await TakesAsync(_letters.Starts(Started(_number, s_begin.AddDays(1), "3")));
        await TakesAsync(_letters.Start(_number, s_begin));
    }

    [Fact]
    public async Task A_stop_is_corrected_by_deleting_it_and_sending_it_anew_in_one_message()
    {
        await StartedAsync();
        await TakesAsync(_letters.Stop(_number, s_begin, s_end));

        await TakesAsync(_letters.Stops(Stopped(_number, s_begin, s_end.AddDays(3)), Stopped(_number, s_begin, s_end, status: "3")));

        Assert.Equal(1, await CountAsync("select count(*) from care_stop s join care_delivery d on d.id = s.delivery_id join care_assignment a on a.id = d.assignment_id where a.number = {0} and s.removed_by is null"));
    }

    [Fact]
    public async Task The_newest_decision_counts_and_not_the_newest_message()
    {
        await TakesAsync(_letters.Assign(Assigned(_number)));
        await TakesAsync(_letters.Assign(Assigned(_number, new DateOnly(2026, 3, 1), new DateOnly(2026, 12, 31), "04")));
        await TakesAsync(_letters.Assign(Assigned(_number, new DateOnly(2026, 2, 1), new DateOnly(2026, 9, 30), "04")));

        Assert.Equal(1, await CountAsync("select count(*) from care_assignment where number = {0} and ends_on = '2026-12-31'"));
        Assert.Equal(3, await CountAsync("select count(*) from care_assignment_version v join care_assignment a on a.id = v.assignment_id where a.number = {0}"));
    }

    [Fact]
    public async Task What_people_have_to_judge_is_a_warning_and_refuses_nothing()
    {
        await TakesAsync(_letters.Assign(Assigned(_number, end: new DateOnly(2026, 12, 31))));

        var answer = await _files.DeliverAsync(_letters.Assign(With(Assigned(NewAssignment(), new DateOnly(2026, 7, 1), new DateOnly(2026, 5, 31)), "45A98")));
        var unexplained = await _files.DeliverAsync(_letters.Assign(Assigned(_number, new DateOnly(2026, 7, 1), new DateOnly(2026, 11, 30))));

        Assert.Equal(("OP087", false, CareMessageOutcome.Taken), (Assert.Single(answer.Findings).Rule, answer.Findings[0].IsError, answer.Message.Outcome));
        Assert.Equal(("IV099", false), (Assert.Single(unexplained.Findings).Rule, unexplained.Findings[0].IsError));
        Assert.Contains("in orde en verwerkt, met 1 aandachtspunt.", answer.Message.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_start_or_stop_has_its_last_day_until_it_comes()
    {
        await TakesAsync(_letters.Assign(Assigned(_number)));
        Assert.Equal(1, await CountAsync("select count(*) from care_assignment where number = {0} and start_due_on is not null and stop_due_on is null"));

        await TakesAsync(_letters.Start(_number, s_begin));
        // Five working days after 30 June.
        Assert.Equal(1, await CountAsync("select count(*) from care_assignment where number = {0} and start_due_on is null and stop_due_on = '2026-07-07'"));

        await TakesAsync(_letters.Stop(_number, s_begin, s_end));
        Assert.Equal(1, await CountAsync("select count(*) from care_assignment where number = {0} and start_due_on is null and stop_due_on is null"));
    }

    [Fact]
    public async Task The_database_holds_one_running_delivery_and_one_number_per_municipality()
    {
        await StartedAsync();

        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => host.Database.ExecuteAsync(
            $"insert into care_delivery (id, assignment_id, began_on, started_by, is_running) select gen_random_uuid(), assignment_id, '2026-05-01', started_by, true from care_delivery d join care_assignment a on a.id = d.assignment_id where a.number = {_number}"));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => host.Database.ExecuteAsync(
            $"insert into care_assignment (id, municipality_id, provider_agb_code, client_id, number, decided_at, received_on, version, starts_on) select gen_random_uuid(), municipality_id, '00000000', client_id, number, decided_at, received_on, 1, starts_on from care_assignment where number = {_number}"));
    }

    private async Task<byte[]> PrepareAsync(string what)
    {
        switch (what)
        {
            case "start on an unknown number":
                return _letters.Start(_number, s_begin);
            case "start of another client":
                await TakesAsync(_letters.Assign(Assigned(_number)));
                return new CareLetters(_letters.AgbCode, "999900018").Start(_number, s_begin);
            case "start of another product":
                await TakesAsync(_letters.Assign(Assigned(_number)));
                return _letters.Start(_number, s_begin, code: "45A98");
            case "start twice":
                await StartedAsync();
                return _letters.Start(_number, s_begin);
            case "second start":
                await StartedAsync();
                return _letters.Start(_number, s_begin.AddDays(1));
            case "delete an unknown start":
                await StartedAsync();
                return _letters.Start(_number, s_begin.AddDays(1), "3");
            case "delete a stopped start":
                await StartedAsync();
                await TakesAsync(_letters.Stop(_number, s_begin, s_end));
                return _letters.Start(_number, s_begin, "3");
            case "stop without start":
                await TakesAsync(_letters.Assign(Assigned(_number)));
                return _letters.Stop(_number, s_begin, s_end);
            case "stop of an earlier start" or "delete a stop under a running start":
                await StartedAsync();
                await TakesAsync(_letters.Stop(_number, s_begin, s_pause, "20"));
                await TakesAsync(_letters.Start(_number, s_pause.AddDays(5)));
                return what[0] == 's' ? _letters.Stop(_number, s_begin, s_end) : _letters.Stop(_number, s_begin, s_pause, "20", "3");
            case "stop twice":
                await StartedAsync();
                await TakesAsync(_letters.Stop(_number, s_begin, s_end));
                return _letters.Stop(_number, s_begin, s_end);
            case "delete an unknown stop":
                await StartedAsync();
                return _letters.Stop(_number, s_begin, s_end, status: "3");
            case "pause after pause":
                await StartedAsync();
                await TakesAsync(_letters.Stop(_number, s_begin, s_pause, "20"));
                return _letters.Stop(_number, s_begin, s_end, "20");
            case "stop before pause":
                await StartedAsync();
                await TakesAsync(_letters.Stop(_number, s_begin, s_pause, "20"));
                return _letters.Stop(_number, s_begin, s_pause.AddDays(-1));
            case "stop after stop":
                await StartedAsync();
                await TakesAsync(_letters.Stop(_number, s_begin, s_end));
                return _letters.Stop(_number, s_begin, s_end.AddDays(1));
            default:
                return await PrepareAssignmentAsync(what);
        }
    }

    private async Task<byte[]> PrepareAssignmentAsync(string what)
    {
        await TakesAsync(_letters.Assign(Assigned(_number)));
        var later = new DateOnly(2026, 3, 1);
        switch (what)
        {
            case "number of another client":
                return new CareLetters(_letters.AgbCode, "999900018").Assign(Assigned(_number));
            case "another first day":
                var moved = Assigned(_number, later, reason: "14");
                moved.Ingangsdatum = FirstDay.AddDays(1);
                return _letters.Assign(moved);
            case "another volume":
                return _letters.Assign(Assigned(_number, later, reason: "04", volume: 11));
            case "change of what was deleted":
                await TakesAsync(_letters.Assign(Assigned(_number, later, FirstDay, "13")));
                return _letters.Assign(Assigned(_number, later.AddDays(1), reason: "14"));
            case "code of another category":
                return _letters.Assign(With(Assigned(NewAssignment(), end: FirstDay.AddDays(1)), await NewCodeAsync("54")), Assigned(_number));
            default:
                var old = Assigned(NewAssignment(), new DateOnly(2010, 1, 1), new DateOnly(2010, 12, 31));
                (old.Ingangsdatum, old.Product!.Code) = (new DateOnly(2010, 2, 1), "45A97");
                return _letters.Assign(old, Assigned(_number));
        }
    }

    private async Task StartedAsync()
    {
        await TakesAsync(_letters.Assign(Assigned(_number)));
        await TakesAsync(_letters.Start(_number, s_begin));
    }

    private async Task TakesAsync(byte[] file)
    {
        var answer = await _files.DeliverAsync(file);
        Assert.True(answer.Message.Outcome == CareMessageOutcome.Taken, string.Join(' ', answer.Findings));
    }

    private async Task<string> NewCodeAsync(string category)
    {
        var code = $"Z{NewAssignment() % 10_000:0000}";
        await _files.ProductAsync(category, code);
        return code;
    }

    private Task<long> CountAsync(string sql) => host.Database.ScalarAsync<long>(string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, _number));

    private Task<string?> StateAsync() => host.Database.ScalarAsync<string>(
        $"select coalesce(string_agg(row::text, ';' order by row::text), '') from (select a.*, d.began_on, d.is_running, d.removed_by, s.reason, s.ended_on, s.removed_by as gone from care_assignment a left join care_delivery d on d.assignment_id = a.id left join care_stop s on s.delivery_id = d.id where a.provider_agb_code = '{_letters.AgbCode}') row");

    private static ToegewezenProduct With(ToegewezenProduct product, string code)
    {
        product.Product!.Code = code;
        return product;
    }
}
