using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Consents;
using Regio.ExpertTable.SubjectRights;
using Regio.ExpertTable.Texts;
using Regio.ExpertTable.Vault;

namespace Regio.ExpertTable.Disclosures;

/// <summary>Composes what a wider table is given: the parts that were asked for, and children under names of its own.</summary>
internal sealed class DisclosedPackages(SubjectVault vault)
{
    public async Task<DisclosedPackage> ComposeAsync(
        Case file, TakenFurther asked, IReadOnlyList<DisclosurePart> parts, IReadOnlyList<WrittenEntry> entries, DateOnly day, CancellationToken ct)
    {
        var purpose = $"disclosure-{Codes.Of(asked.Target)}";
        var children = new List<DisclosedChild>();
        foreach (var pseudonym in file.Pseudonyms)
        {
            int? age = parts.Contains(DisclosurePart.Ages) ? ConsentTerm.AgeOn(await vault.BirthDateAsync(pseudonym, ct), day) : null;
            children.Add(new() { Pseudonym = await vault.TranslateAsync(pseudonym, purpose, ct), Age = age });
        }

        return Compose(children, asked, parts, entries);
    }

    public static IEnumerable<WrittenText> TextsOf(DisclosedPackage package) =>
        [new("question", package.Question), new("explanation", package.Explanation), new("needs", package.Needs), new("advice", package.Advice)];

    private static DisclosedPackage Compose(List<DisclosedChild> children, TakenFurther asked, IReadOnlyList<DisclosurePart> parts, IReadOnlyList<WrittenEntry> entries)
    {
        var rectified = new CaseRectifications(entries);
        var entry = parts.Contains(DisclosurePart.Analysis) ? entries.LastOrDefault(e => e.Content is AnalysisRecorded) : null;
        var analysis = entry?.Content as AnalysisRecorded;
        var advice = parts.Contains(DisclosurePart.Advice) ? entries.LastOrDefault(e => e.Content is AdviceGiven) : null;
        var question = entries.Last(e => e.Content == asked);
        var hasOrder = parts.Contains(DisclosurePart.CourtOrder);
        return new()
        {
            Children = children,
            Question = parts.Contains(DisclosurePart.Question) ? rectified.Beside(question.Number, asked.Question) : "",
            // An analysis that was not written in parts explains as a whole.
            Explanation = rectified.Beside(entry?.Number ?? 0, analysis?.Sections?.Explanation ?? analysis?.Text ?? ""),
            Needs = analysis?.Sections?.Needs ?? "",
            Advice = advice is null ? "" : rectified.Beside(advice.Number, ((AdviceGiven)advice.Content).Text),
            CourtOrderReference = hasOrder ? asked.CourtOrderReference ?? "" : "",
            CourtOrderDate = hasOrder ? asked.CourtOrderDate : null,
        };
    }
}
