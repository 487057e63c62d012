using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Texts;

/// <summary>Texts that are about the region and belong to no case: what leads to somebody is refused, and no reason lets it through.</summary>
internal static class NamelessTexts
{
    // No names: the vault knows those of the children of a case, and here there is none.
    public static void Require(IReadOnlyList<WrittenText> texts)
    {
        var findings = TextCheck.Of(texts, new PersonNames([]));
        if (findings.Count > 0)
            throw new DomainException(TextRules.TellsOfSomebody, findings[0].Field, SharedTexts.Told(findings));
    }
}
