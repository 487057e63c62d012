using Regio.CareMessages.Answers;
using Regio.CareMessages.Model;
using Regio.CareMessages.Tests.Support;
using Regio.CareMessages.Writing;

namespace Regio.CareMessages.Tests.Answers;

/// <summary>A request is rejected, looked into or granted; what is sent keeps the rules of the message that says so.</summary>
public sealed class RequestAnswerTests
{
    private static readonly DateTime s_decided = new(2026, 2, 10, 14, 30, 15, 200);

    [Fact]
    public void A_request_is_looked_into() =>
        Keeps(RequestAnswer.UnderInvestigation(Request(), "R1", FoundBy.Stamp), ("R1", "2", "", ""));

    [Fact]
    public void A_request_is_rejected_with_a_reason() =>
        Keeps(RequestAnswer.Rejected(Request(), "R1", "3", FoundBy.Stamp), ("R1", "1", "3", ""));

    [Fact]
    public void The_domicile_principle_names_who_is_responsible() =>
        Keeps(RequestAnswer.Rejected(Request(), "R1", RequestAnswer.Domicile, FoundBy.Stamp, "1680"), ("R1", "1", "8", "1680"));

    [Fact]
    public void A_change_request_is_answered_as_a_whole() =>
        Keeps(RequestAnswer.Rejected(ChangeRequest(), "W1", "7", FoundBy.Stamp), ("W1", "1", "7", ""));

    [Fact]
    public void What_would_break_a_rule_is_not_made()
    {
        Assert.Throws<ArgumentException>(() => RequestAnswer.Rejected(Request(), "R1", RequestAnswer.Domicile, FoundBy.Stamp));
        Assert.Throws<ArgumentException>(() => RequestAnswer.Rejected(Request(), "R1", "3", FoundBy.Stamp, "1680"));
        Assert.Throws<ArgumentException>(() => RequestAnswer.Rejected(ChangeRequest(), "W1", RequestAnswer.Domicile, FoundBy.Stamp, "1680"));
        Assert.Throws<ArgumentException>(() => RequestAnswer.UnderInvestigation(Request(), "R9", FoundBy.Stamp));
        Assert.Throws<ArgumentException>(() => RequestAnswer.UnderInvestigation(Samples.Validate(Samples.Stop).Message!, "R1", FoundBy.Stamp));
    }

    [Fact]
    public void A_granted_request_becomes_an_assignment_with_its_reference()
    {
        var asked = Request().Client.AangevraagdeProducten[0];

        var granted = Grant.Of(asked, 71, s_decided);

        Assert.Equal((71L, "R1", "45A04"), (granted.ToewijzingNummer.Data, granted.ReferentieAanbieder.Data, granted.Product!.Code.Data));
        Assert.Equal((new DateOnly(2026, 2, 10), new TimeOnly(14, 30, 15)), (granted.Toewijzingsdatum.Data, granted.Toewijzingstijd.Data));
        Assert.Equal((asked.ToewijzingIngangsdatum.Data, asked.ToewijzingEinddatum.Data), (granted.Ingangsdatum.Data, granted.Einddatum.Data));
        Assert.False(granted.RedenWijziging.HasValue);
        var client = ((Jw301)Samples.Validate(Samples.Assignment).Message!).Client;
        client.ToegewezenProducten = [granted];
        IsRight(Grant.Message("0106", "12345678", client, FoundBy.Stamp));
    }

    [Fact]
    public void A_later_end_keeps_the_number_with_reason_12() =>
        Assert.Equal(["1 2026-01-01..2026-09-30 12 R=W1 3"], Granted("2026-09-30", 3, 2));

    [Fact]
    public void Another_size_ends_the_old_number_the_day_before_and_begins_another() =>
        Assert.Equal(
            ["1 2026-01-01..2026-02-28 12 R=W1 3", "100 2026-03-01..2026-06-30  R=W1 5"], Granted("2026-06-30", 5, 2));

    [Fact]
    public void What_stays_is_sent_again_without_a_reason_and_what_is_added_gets_a_number()
    {
        var request = ChangeRequest();
        request.Client.Verzoek.TeWijzigenProducten = [];
        request.Client.Verzoek.OngewijzigdeProducten = [new OngewijzigdProduct { ToewijzingNummer = 1 }];
        request.Client.Verzoek.NieuweProducten = [new NieuwProduct { Product = new() { Categorie = "54" }, GewensteIngangsdatum = new DateOnly(2026, 4, 1) }];

        Assert.Equal(["1 2026-01-01..2026-06-30  R=W1 3", "100 2026-04-01..  R=W1 "], Lines(request));
    }

    [Fact]
    public void An_assignment_that_is_not_current_is_not_changed()
    {
        var request = OneChange();
        request.Client.Verzoek.TeWijzigenProducten[0].ToewijzingNummer = 9;

        Assert.Throws<ArgumentException>(() => Lines(request));
    }

    [Theory]
    [InlineData("2026-01-01")]
    [InlineData("2025-11-30")]
    [InlineData("0001-01-01")]
    public void A_change_from_the_first_day_or_earlier_leaves_nothing_of_the_old_one_and_deletes_it(string wanted)
    {
        var request = OneChange();
        var change = request.Client.Verzoek.TeWijzigenProducten[0];
        change.GewensteIngangsdatum = DateOnly.ParseExact(wanted, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        change.Omvang = new Omvang { Volume = 5, Eenheid = "04", Frequentie = "2" };

        Assert.Equal("1 2026-01-01..2026-01-01 13 R=W1 3", Lines(request).First());
        Assert.StartsWith($"100 {wanted}", Lines(request).Last(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Granted(string end, int volume, int frequency)
    {
        var request = OneChange();
        var change = request.Client.Verzoek.TeWijzigenProducten[0];
        change.Einddatum = DateOnly.ParseExact(end, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        change.Omvang = new Omvang { Volume = volume, Eenheid = "04", Frequentie = $"{frequency}" };
        return Lines(request);
    }

    private static IEnumerable<string> Lines(Jw317 request)
    {
        var number = 100;
        var current = ((Jw301)Samples.Validate(Samples.Assignment).Message!).Client.ToegewezenProducten.Take(1).ToList();
        return Grant.Of(request.Client.Verzoek, current, () => number++, s_decided)
            .Select(product => $"{product.ToewijzingNummer} {product.Ingangsdatum.Data:yyyy-MM-dd}..{(product.Einddatum.HasValue ? $"{product.Einddatum.Data:yyyy-MM-dd}" : "")} {product.RedenWijziging} R={product.ReferentieAanbieder} {product.Omvang?.Volume}");
    }

    private static Jw315 Request() => Assert.IsType<Jw315>(Sound(Samples.Request));

    private static Jw317 OneChange()
    {
        var request = ChangeRequest();
        (request.Client.Verzoek.OngewijzigdeProducten, request.Client.Verzoek.NieuweProducten) = ([], []);
        return request;
    }

    private static Jw317 ChangeRequest() => Assert.IsType<Jw317>(Sound(Samples.ChangeRequest));

    private static Message Sound(string text)
    {
        var reading = Samples.Validate(text);
        Assert.Empty(reading.Findings);
        return reading.Message!;
    }

    private static void Keeps(Jw319 message, (string Reference, string Answer, string Reason, string Municipality) expected)
    {
        var answer = message.Antwoord;
        Assert.Equal(expected, (answer.ReferentieAanbieder.Data, answer.VerzoekAntwoord.Data, answer.RedenAfwijzingVerzoek.Or(""), answer.Woonplaatsbeginsel?.Gemeente.Data ?? ""));
        Assert.Equal(("0106", "12345678"), (message.Header.Afzender.Data, message.Header.Ontvanger.Data));
        IsRight(message);
    }

    private static void IsRight(Message message)
    {
        using var stream = new MemoryStream();
        MessageWriter.Write(message, stream);
        if (Standards.AreThere)
            Assert.Empty(Standards.Faults(stream.ToArray()));
        Assert.Empty(MessageValidator.Validate(new MemoryStream(stream.ToArray())).Findings);
    }
}
