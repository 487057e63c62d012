using Regio.CareMessages.Rules;
using Regio.CareMessages.Tests.Support;

namespace Regio.CareMessages.Tests.Rules;

/// <summary>Every rule of the rule book is broken by itself, on each class that it looks at.</summary>
public sealed class EveryRuleTests
{
    public static TheoryData<int> Breaks => [.. Enumerable.Range(0, Break.All.Count)];

    [Fact]
    public void Every_rule_of_the_book_has_a_way_to_break_it() =>
        Assert.Equal(
            RuleBook.Implemented.Select(rule => $"{rule.Number} on {rule.Part.Name}").Order(StringComparer.Ordinal),
            Break.All.Select(each => each.ToString()).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Breaks))]
    public void A_rule_is_broken_by_itself_and_found_at_its_place(int index)
    {
        var broken = Break.All[index];

        var findings = Samples.Validate(broken.Text).Findings;

        Assert.Equal(
            (broken.ToString(), string.Join(", ", new[] { broken.Rule }.Concat(broken.Also).Order(StringComparer.Ordinal))),
            (broken.ToString(), string.Join(", ", findings.Select(finding => finding.Number).Order(StringComparer.Ordinal))));
        var finding = findings.Single(each => each.Number == broken.Rule);
        Assert.Equal((broken.Path, "0001"), (finding.Path, finding.ReturnCode));
        // The place is where the element begins, or the class that lacks it.
        var line = broken.Text.Split('\n')[finding.Line - 1];
        var name = finding.Path.Split('/').Last(part => line[(finding.Column - 1)..].StartsWith(part.Split('[')[0], StringComparison.Ordinal) || line[(finding.Column - 1)..].StartsWith($"i:{part.Split('[')[0]}", StringComparison.Ordinal));
        Assert.NotEmpty(name);
    }

    [Fact]
    public void The_samples_keep_every_rule() =>
        Assert.All(Break.All.Select(each => each.Sample).Distinct(), sample => Assert.Empty(Samples.Validate(sample).Findings));

    [Fact]
    public void A_line_that_is_taken_back_before_it_stands_in_the_message_is_found_as_well()
    {
        var text = Samples.Claim
            .Replace("15000", "0", StringComparison.Ordinal)
            .Replace("<i:ReferentieNummer>L1</i:ReferentieNummer>", "<i:ReferentieNummer>L1</i:ReferentieNummer><i:VorigReferentieNummer>L2</i:VorigReferentieNummer>", StringComparison.Ordinal);
        var at = text.IndexOf("7500</i:Bedrag><i:DebetCredit>D", StringComparison.Ordinal) + "7500</i:Bedrag><i:DebetCredit>".Length;

        var finding = Assert.Single(Samples.Validate($"{text[..at]}C{text[(at + 1)..]}").Findings);

        Assert.Equal(("TR316", "/Bericht/Declaratie/Clienten/Client[1]/Prestaties/Prestatie[2]/ProductReferentie/ReferentieNummer"), (finding.Number, finding.Path));
    }
}
