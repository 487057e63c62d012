using Regio.CareMessages.Rules;
using Regio.CareMessages.Tests.Support;

namespace Regio.CareMessages.Tests.Rules;

public sealed class RuleBookTests
{
    [Fact]
    public void The_page_of_rules_says_what_the_code_does()
    {
        var file = Path.Combine(Repository.Root, "docs", "ijw-rules.md");
        var page = RuleBook.Page();
        var written = File.Exists(file) ? File.ReadAllText(file) : "";
        if (written != page)
            File.WriteAllText(file, page);

        Assert.True(written == page, "docs/ijw-rules.md was not up to date; it is now, commit it.");
    }

    [Fact]
    public void Every_number_of_a_rule_says_one_thing_to_people_on_one_class() =>
        Assert.All(
            RuleBook.Implemented.GroupBy(rule => (rule.Number, rule.Part)),
            rules => Assert.Single(rules));
}
