using System.Xml.Linq;
using Regio.CareMessages.Answers;
using Regio.CareMessages.Description;
using Regio.CareMessages.Findings;
using Regio.CareMessages.Model;
using Regio.CareMessages.Reading;
using Regio.CareMessages.Tests.Support;
using Regio.CareMessages.Writing;

namespace Regio.CareMessages.Tests.Answers;

/// <summary>The return on a message says what was found about it, where, and in the words of the standard.</summary>
public sealed class ReturnMessageTests
{
    private const string First = "/Bericht/Client/ToegewezenProducten/ToegewezenProduct[1]";
    private const string Second = "/Bericht/Client/ToegewezenProducten/ToegewezenProduct[2]";

    public static TheoryData<string> Returned => [.. MessageKind.All.Where(kind => kind.Answers is not null && kind != MessageKind.Jw325).Select(kind => kind.Name)];

    [Fact]
    public void Nothing_wrong_is_a_header_without_codes_and_no_body()
    {
        var answer = Answer(Samples.Assignment);

        Assert.Empty(answer.Header.RetourCodes);
        Assert.Null(answer.Client);
    }

    [Fact]
    public void A_return_keeps_the_sides_and_the_number_of_what_it_answers_and_adds_its_own()
    {
        var header = Answer(Samples.Assignment).Header;

        Assert.Equal(("437", "0106", "12345678"), (header.BerichtCode.Data, header.Afzender.Data, header.Ontvanger.Data));
        Assert.Equal(("M1", new DateOnly(2026, 2, 5)), (header.BerichtIdentificatie.Identificatie.Data, header.BerichtIdentificatie.Dagtekening.Data));
        Assert.Equal(("A1", new DateOnly(2026, 2, 9)), (header.IdentificatieRetour.Data, header.DagtekeningRetour.Data));
        Assert.Equal(("0.1.0", "1.2.3"), (header.XsdVersie.BerichtXsdVersie.Data, header.XsdVersieRetour.BerichtXsdVersie.Data));
    }

    [Fact]
    public void A_rule_within_the_message_is_0001_at_the_header_and_nothing_is_repeated()
    {
        var reading = Samples.Validate(Samples.Assignment.Replace("2026-06-30", "2025-12-31", StringComparison.Ordinal));

        var answer = Assert.IsType<Jw302>(ReturnMessage.To(reading.Message!, [.. reading.Findings, FoundBy.Known("9332", First)], FoundBy.Stamp));

        Assert.Equal(["0001"], Codes(answer.Header.RetourCodes));
        Assert.Null(answer.Client);
    }

    [Fact]
    public void Where_the_structure_is_wrong_there_is_no_return()
    {
        var reading = Samples.Validate(Samples.Assignment.Replace("<Geslacht>2", "<Geslacht>9", StringComparison.Ordinal));

        Assert.Null(ReturnMessage.To(reading.Message!, reading.Findings, FoundBy.Stamp));
    }

    [Theory]
    [InlineData("/Bericht/Header/BerichtIdentificatie/Identificatie", "9056")]
    [InlineData("/Bericht/Header", "S300")]
    [InlineData("/Bericht", "8848")]
    public void A_fault_of_the_header_stands_there_and_nothing_is_repeated(string path, string code)
    {
        var answer = Answer(Samples.Assignment, FoundBy.Known(code, path), FoundBy.Known("9332", First));

        Assert.Equal([code], Codes(answer.Header.RetourCodes));
        Assert.Null(answer.Client);
    }

    [Fact]
    public void A_fault_further_down_repeats_the_body_with_a_code_at_each_class()
    {
        var answer = Answer(Samples.Assignment, FoundBy.Known("9332", $"{Second}/ToewijzingNummer"), FoundBy.Known("S329", $"{Second}/Product/Code"));

        Assert.Equal(["0200"], Codes(answer.Header.RetourCodes));
        Assert.Equal(["0200"], Codes(answer.Client!.RetourCodes));
        Assert.Equal(["0200"], Codes(answer.Client.Contactgegevens[0].RetourCodes));
        Assert.Equal(["0200"], Codes(answer.Client.ToegewezenProducten[0].RetourCodes));
        Assert.Equal(["9332", "S329"], Codes(answer.Client.ToegewezenProducten[1].RetourCodes));
    }

    [Fact]
    public void A_code_is_said_once()
    {
        var answer = Answer(Samples.Assignment, FoundBy.Known("9332", First), FoundBy.Known("9332", $"{First}/ToewijzingNummer"));

        Assert.Equal(["9332"], Codes(answer.Client!.ToegewezenProducten[0].RetourCodes));
    }

    [Fact]
    public void What_lies_in_a_refused_class_was_not_assessed_unless_something_was_found_at_it()
    {
        var answer = Answer(Samples.Assignment, FoundBy.Known("8187", "/Bericht/Client/Bsn"), FoundBy.Known("9332", First));

        Assert.Equal(["8187"], Codes(answer.Client!.RetourCodes));
        Assert.Equal(["9332"], Codes(answer.Client.ToegewezenProducten[0].RetourCodes));
        Assert.Equal(["0233"], Codes(answer.Client.ToegewezenProducten[1].RetourCodes));
        Assert.Equal(["0233"], Codes(answer.Client.Contactgegevens[0].RetourCodes));
    }

    [Fact]
    public void A_warning_refuses_nothing() => Assert.Empty(Answer(Samples.Assignment, FoundBy.Warning(First)).Header.RetourCodes);

    [Fact]
    public void An_error_for_which_the_list_has_no_code_is_technical() =>
        Assert.Equal(["0001"], Codes(Answer(Samples.Assignment, FoundBy.Nameless(First)).Header.RetourCodes));

    [Fact]
    public void A_claim_has_no_return_of_this_form()
    {
        var claim = Samples.Validate(Samples.Claim).Message!;

        Assert.Throws<ArgumentException>(() => ReturnMessage.To(claim, [], FoundBy.Stamp));
    }

    [Fact]
    public void What_is_answered_stays_as_it_was()
    {
        var message = (Jw301)Samples.Validate(Samples.Assignment).Message!;
        var before = Written(message);

        var answer = (Jw302)ReturnMessage.To(message, [FoundBy.Known("9332", First)], FoundBy.Stamp)!;
        Written(answer);

        Assert.Equal(before, Written(message));
        Assert.Empty(message.Client.ToegewezenProducten[0].RetourCodes);
        Assert.Same(message, message.Client.ToegewezenProducten[0].Message);
        Assert.Equal(First, answer.Client!.ToegewezenProducten[0].Path);
    }

    [Theory]
    [MemberData(nameof(Returned))]
    public void Whatever_was_found_the_return_is_right_by_the_schema_and_repeats_what_was_received(string name)
    {
        Assert.SkipUnless(Standards.AreThere, Standards.Absent);
        var kind = MessageKind.All.Single(each => each.Name == name);
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var file = MadeUp.Bytes(new MadeUp(random).Message(kind.Answers!));
            var paths = new Paths();
            var message = MessageReader.Read(new MemoryStream(file), paths).Message!;
            var findings = Enumerable.Range(0, random.Next(4)).Select(_ => FoundBy.Known("9332", paths.All[random.Next(paths.All.Count)])).ToList();

            var answer = ReturnMessage.To(message, findings, FoundBy.Stamp)!;
            var written = Written(answer);

            Assert.Equal(kind, MessageWriter.KindOf(answer));
            Assert.Empty(Standards.Faults(written));
            var again = MessageReader.Read(new MemoryStream(written));
            Assert.Empty(again.Findings);
            if (ReturnedBody(answer) is not null)
                Assert.Equal(Body(file), Body(written));
        }
    }

    private static MessagePart? ReturnedBody(Message answer) => (MessagePart?)answer.GetType().GetProperties()
        .Single(property => property.Name is "Client" or "Antwoord").GetValue(answer);

    // The body as text, without the codes that the return adds and without its namespace.
    private static string Body(byte[] file)
    {
        var body = XDocument.Load(new MemoryStream(file)).Root!.Elements().Last();
        body.Descendants().Where(element => element.Name.LocalName == "RetourCodes").Remove();
        return string.Join('\n', body.DescendantsAndSelf().Select(element => $"{element.Name.LocalName}={(element.HasElements ? "" : element.Value)}"));
    }

    private static Jw302 Answer(string sample, params Finding[] findings) =>
        Assert.IsType<Jw302>(ReturnMessage.To(Samples.Validate(sample).Message!, findings, FoundBy.Stamp));

    private static byte[] Written(Message message)
    {
        using var stream = new MemoryStream();
        MessageWriter.Write(message, stream);
        return stream.ToArray();
    }

    private static IEnumerable<string> Codes(IReadOnlyList<Value<string>> codes) => codes.Select(code => code.Data);

    private sealed class Paths : IMessageObserver
    {
        public List<string> All { get; } = [];

        public void Completed(MessagePart part) => All.Add(part.Path);

        public bool Takes(MessagePart part) => false;
    }
}
