using Regio.CareMessages.Answers;
using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;
using Regio.CareMessages.Tests.Support;
using Regio.CareMessages.Writing;

namespace Regio.CareMessages.Tests.Answers;

/// <summary>The answer to a claim grants or refuses each line as a whole, and lists only what is refused.</summary>
public sealed class ClaimAnswerTests
{
    private const string Client = "/Bericht/Declaratie/Clienten/Client[1]";
    private const string First = Client + "/Prestaties/Prestatie[1]";
    private const string Second = Client + "/Prestaties/Prestatie[2]";

    [Fact]
    public void A_claim_that_is_right_is_granted_in_full_without_a_list()
    {
        var answer = Answer();

        Assert.Equal(["0200"], Codes(answer.Header.RetourCodes));
        Assert.Equal(["8001"], Codes(answer.DeclaratieAntwoord!.RetourCodes));
        Assert.Equal(15000, answer.DeclaratieAntwoord.TotaalToegekendBedrag.WithSign);
        Assert.Empty(answer.DeclaratieAntwoord.Clienten);
    }

    [Fact]
    public void It_is_sent_by_the_municipality_and_names_the_claim()
    {
        var header = Answer().Header;

        Assert.Equal(("491", "0106", "12345678"), (header.BerichtCode.Data, header.Afzender.Data, header.Ontvanger.Data));
        Assert.Equal(("A1", "M1"), (header.BerichtIdentificatie.Identificatie.Data, header.DeclaratieIdentificatie.Identificatie.Data));
        Assert.Equal(("1.2.3", "0.1.0"), (header.XsdVersie.BerichtXsdVersie.Data, header.XsdVersieDeclaratie.BerichtXsdVersie.Data));
    }

    [Fact]
    public void A_refused_line_is_repeated_with_its_codes_and_not_granted()
    {
        var answer = Answer(FoundBy.Known("9307", $"{Second}/ProductPeriode"), FoundBy.Known("9321", Second)).DeclaratieAntwoord!;

        var client = Assert.Single(answer.Clienten);
        var line = Assert.Single(client.Prestaties);
        Assert.Equal("L2", line.ProductReferentie.ReferentieNummer.Data);
        Assert.Equal(["9307", "9321"], Codes(line.RetourCodes));
        Assert.Equal(["0200"], Codes(client.RetourCodes));
        Assert.Equal(["0200"], Codes(answer.RetourCodes));
        Assert.Equal((15000, 7500), (answer.TotaalIngediendBedrag.WithSign, answer.TotaalToegekendBedrag.WithSign));
    }

    [Fact]
    public void A_refused_client_has_all_lines_not_assessed()
    {
        var answer = Answer(FoundBy.Known("8187", $"{Client}/Bsn"), FoundBy.Known("9321", First)).DeclaratieAntwoord!;

        var client = Assert.Single(answer.Clienten);
        Assert.Equal(["8187"], Codes(client.RetourCodes));
        Assert.All(client.Prestaties, line => Assert.Equal(["0233"], Codes(line.RetourCodes)));
        Assert.Equal((2, 0L, "D"), (client.Prestaties.Count, answer.TotaalToegekendBedrag.WithSign, answer.TotaalToegekendBedrag.DebetCredit.Data));
    }

    [Fact]
    public void A_refused_claim_grants_nothing_and_lists_nothing()
    {
        var answer = Answer(FoundBy.Known("9333", "/Bericht/Declaratie/DeclaratieNummer"), FoundBy.Known("9321", First)).DeclaratieAntwoord!;

        Assert.Equal(["9333"], Codes(answer.RetourCodes));
        Assert.Equal(0, answer.TotaalToegekendBedrag.WithSign);
        Assert.Empty(answer.Clienten);
    }

    [Fact]
    public void A_fault_of_the_header_stands_there_without_a_body()
    {
        var answer = Answer(FoundBy.Known("9056", "/Bericht/Header/BerichtIdentificatie"), FoundBy.Known("9321", First));

        Assert.Equal(["9056"], Codes(answer.Header.RetourCodes));
        Assert.Null(answer.DeclaratieAntwoord);
    }

    [Theory]
    [InlineData("123456782", "123456783")]
    [InlineData("15000", "15001")]
    public void A_rule_within_the_message_is_0001_wherever_it_is_broken(string good, string bad)
    {
        var reading = Samples.Validate(Samples.Claim.Replace(good, bad, StringComparison.Ordinal));

        var answer = ClaimAnswer.To((Jw323)reading.Message!, reading.Findings, FoundBy.Stamp)!;

        Assert.Equal(["0001"], Codes(answer.Header.RetourCodes));
        Assert.Null(answer.DeclaratieAntwoord);
    }

    [Fact]
    public void Where_the_structure_is_wrong_there_is_no_answer()
    {
        var reading = Samples.Validate(Samples.Claim.Replace("<Eenheid>04", "<Eenheid>05", StringComparison.Ordinal));

        Assert.Null(ClaimAnswer.To((Jw323)reading.Message!, reading.Findings, FoundBy.Stamp));
    }

    [Fact]
    public void A_warning_refuses_no_line() => Assert.Equal(["8001"], Codes(Answer(FoundBy.Warning(First)).DeclaratieAntwoord!.RetourCodes));

    [Fact]
    public void A_line_with_an_error_that_has_no_code_is_refused_with_0001() =>
        Assert.Equal(["0001"], Codes(Answer(FoundBy.Nameless(First)).DeclaratieAntwoord!.Clienten.Single().Prestaties[0].RetourCodes));

    [Fact]
    public void A_refused_credit_leaves_more_than_was_claimed()
    {
        var claim = Claim();
        var line = claim.Declaratie.Clienten.Single().Prestaties[1];
        line.IngediendBedrag.DebetCredit = "C";
        claim.Declaratie.TotaalIngediendBedrag.TotaalBedrag = 0;

        var answer = ClaimAnswer.To(claim, [FoundBy.Known("9390", Second)], FoundBy.Stamp)!;

        Assert.Equal(7500, answer.DeclaratieAntwoord!.TotaalToegekendBedrag.WithSign);
    }

    [Fact]
    public void Each_kind_of_answer_is_right_by_the_schema_and_keeps_the_rules_within_a_message()
    {
        Finding[][] cases =
        [
            [], [FoundBy.Known("9307", First)], [FoundBy.Known("8187", Client)], [FoundBy.Known("9333", "/Bericht/Declaratie")],
            [FoundBy.Known("9056", "/Bericht/Header")], [FoundBy.Nameless(Second)], [FoundBy.Known("9307", First), FoundBy.Known("9321", Second)],
        ];
        Assert.All(cases, findings =>
        {
            using var stream = new MemoryStream();
            MessageWriter.Write(Answer(findings), stream);
            if (Standards.AreThere)
                Assert.Empty(Standards.Faults(stream.ToArray()));
            Assert.Empty(MessageValidator.Validate(new MemoryStream(stream.ToArray())).Findings);
        });
    }

    [Fact]
    public void Clients_given_one_by_one_make_the_same_answer_as_all_at_once()
    {
        var claim = Claim();
        var byOne = new ClaimAnswer(FoundBy.Stamp);
        foreach (var client in claim.Declaratie.Clienten)
            byOne.Judge(client, [FoundBy.Known("9307", First)]);

        Assert.Equal(Text(Answer(FoundBy.Known("9307", First))), Text(byOne.Make(claim, [])!));
    }

    private static string Text(Message message)
    {
        using var stream = new MemoryStream();
        MessageWriter.Write(message, stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static Jw323 Claim() => (Jw323)Samples.Validate(Samples.Claim).Message!;

    private static Jw325 Answer(params Finding[] findings) => ClaimAnswer.To(Claim(), findings, FoundBy.Stamp)!;

    private static IEnumerable<string> Codes(IReadOnlyList<Value<string>> codes) => codes.Select(code => code.Data);
}
