using Regio.ExpertTable.Texts;

namespace Regio.ExpertTable.Tests.Texts;

/// <summary>What gives somebody away in a text, and what does not.</summary>
public sealed class TextCheckTests
{
    private static readonly PersonNames Names = new(["Sanne van der Böhm", "Bo 't Hart"]);

    [Theory]
    [InlineData("Met Sanne gaat het goed.", 4, 5)]
    [InlineData("met SANNE thuis", 4, 5)]
    [InlineData("(Böhm)", 1, 4)]
    [InlineData("mevrouw Bohm", 8, 4)]
    [InlineData("Sannes moeder", 0, 6)]
    [InlineData("sanne's moeder", 0, 7)]
    [InlineData("Sanne’s moeder", 0, 7)]
    [InlineData("voor Bo is", 5, 2)]
    [InlineData("de heer Hart", 8, 4)]
    public void A_name_of_a_child_is_found_where_it_stands(string text, int offset, int length) =>
        Assert.Equal(new TextFinding("text", offset, length, FindingKind.Name), Assert.Single(Find(text)));

    [Theory]
    [InlineData("Het kind woont van maandag tot en met vrijdag bij de pleegouders.")]
    [InlineData("bo komt hier niet als naam voor, van der ook niet")]
    [InlineData("Sannelies is een ander.")]
    [InlineData("In 2024 en 2025 kreeg het gezin 1.500 uur hulp.")]
    [InlineData("De weg naar huis is lang; 3 plekken vrij.")]
    [InlineData("Budget 123456789 euro, kenmerk 20240411.001")]
    public void What_names_nobody_is_left_alone(string text) => Assert.Empty(Find(text));

    [Theory]
    [InlineData("Dorpsstraat 12a te Rolde", 0, 15, "Address")]
    [InlineData("bij Van Goghlaan 3", 8, 10, "Address")]
    [InlineData("postcode 9401 AB.", 9, 7, "Postcode")]
    [InlineData("postcode 9401ab.", 9, 6, "Postcode")]
    [InlineData("bel 06-12345678 even", 4, 11, "Phone")]
    [InlineData("bel +31 (0)592 366 912", 4, 18, "Phone")]
    [InlineData("bel 0592 366911", 4, 11, "Phone")]
    [InlineData("mail naar a.b@voorbeeld.nl.", 10, 16, "Email")]
    [InlineData("nummer 999900006 hoort", 7, 9, "Bsn")]
    [InlineData("nummer 9999.00.006 hoort", 7, 11, "Bsn")]
    public void Where_somebody_lives_or_is_reached_and_numbers_like_theirs_are_found(string text, int offset, int length, string kind) =>
        Assert.Equal(new TextFinding("text", offset, length, Enum.Parse<FindingKind>(kind)), Assert.Single(Find(text)));

    [Fact]
    public void Places_are_told_in_the_order_of_the_texts_and_within_them()
    {
        var found = TextCheck.Of([new("a", "9401 AB voor Sanne"), new("b", "Sanne")], Names);

        Assert.Equal([("a", 0, FindingKind.Postcode), ("a", 13, FindingKind.Name), ("b", 0, FindingKind.Name)], found.Select(f => (f.Field, f.Offset, f.Kind)));
    }

    [Fact]
    public void The_longest_text_is_looked_through_at_once()
    {
        string[] longest = [new('a', 100_000), new('1', 100_000), string.Concat(Enumerable.Repeat("a@", 50_000)), string.Concat(Enumerable.Repeat("a-", 50_000)), string.Concat(Enumerable.Repeat("0 ", 50_000))];

        Assert.All(longest, text => Assert.NotNull(Find(text)));
    }

    private static IReadOnlyList<TextFinding> Find(string text) => TextCheck.Of([new("text", text)], Names);
}
