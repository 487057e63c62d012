using System.Text;
using System.Xml.Linq;
using Regio.CareMessages.Description;
using Regio.CareMessages.Model;
using Regio.CareMessages.Reading;
using Regio.CareMessages.Tests.Support;
using Regio.CareMessages.Writing;

namespace Regio.CareMessages.Tests.Reading;

/// <summary>What is read and written again says the same, to the letter.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<string> Kinds => [.. MessageKind.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_message_that_is_read_and_written_is_the_same_message(string name)
    {
        var kind = MessageKind.All.Single(each => each.Name == name);
        for (var seed = 0; seed < 50; seed++)
        {
            var sent = new MadeUp(new Random(seed)).Message(kind);
            var reading = MessageReader.Read(new MemoryStream(MadeUp.Bytes(sent)));

            Assert.Empty(reading.Findings);
            Assert.Same(kind, reading.Kind);
            Assert.Equal(sent.ToString(), Again(reading.Message!).ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_written_fits_the_published_schema(string name)
    {
        Assert.SkipUnless(Standards.AreThere, Standards.Absent);
        var kind = MessageKind.All.Single(each => each.Name == name);
        for (var seed = 0; seed < 20; seed++)
        {
            var reading = MessageReader.Read(new MemoryStream(MadeUp.Bytes(new MadeUp(new Random(seed)).Message(kind))));

            Assert.Empty(Standards.Faults(Written(reading.Message!)));
        }
    }

    [Fact]
    public void A_file_is_written_as_the_standard_wants_it()
    {
        var file = Encoding.UTF8.GetString(Written(Read("JW305")));

        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\r\n<Bericht xmlns", file, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', file.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_keeps_the_zeros_it_was_sent_with()
    {
        var sent = new MadeUp(new Random(1)).Message(MessageKind.Jw301);
        var number = sent.Descendants().First(element => element.Name.LocalName == "ToewijzingNummer");
        number.Value = "000012";

        var message = (Jw301)MessageReader.Read(new MemoryStream(MadeUp.Bytes(sent))).Message!;

        Assert.Equal(12, message.Client.ToegewezenProducten[0].ToewijzingNummer.Data);
        Assert.Equal("000012", Again(message).Descendants().First(element => element.Name.LocalName == "ToewijzingNummer").Value);
    }

    [Fact]
    public void A_message_that_lacks_something_is_not_written()
    {
        var message = (Jw305)Read("JW305");
        message.Client.StartProducten[0].Begindatum = default;

        var refusal = Assert.Throws<InvalidMessageException>(() => Written(message));

        Assert.Equal("/Bericht/Client/StartProducten/StartProduct[1]/Begindatum", refusal.Path);
    }

    [Fact]
    public void A_value_knows_where_it_stood()
    {
        var message = (Jw305)Read("JW305");

        var lines = Encoding.UTF8.GetString(MadeUp.Bytes(new MadeUp(new Random(3)).Message(MessageKind.Jw305))).Split('\n');
        var position = message.Client.Bsn.Position;
        Assert.StartsWith("Bsn>", lines[position.Line - 1][(position.Column - 1)..], StringComparison.Ordinal);
    }

    private static Message Read(string name) =>
        MessageReader.Read(new MemoryStream(MadeUp.Bytes(new MadeUp(new Random(3)).Message(MessageKind.All.Single(each => each.Name == name))))).Message!;

    private static byte[] Written(Message message)
    {
        var stream = new MemoryStream();
        MessageWriter.Write(message, stream);
        return stream.ToArray();
    }

    private static XDocument Again(Message message)
    {
        var document = XDocument.Load(new MemoryStream(Written(message)));
        // Where a prefix is declared says nothing about the message.
        foreach (var declaration in document.Descendants().Attributes().Where(attribute => attribute.IsNamespaceDeclaration).ToList())
            declaration.Remove();
        return document;
    }
}
