using System.Runtime.InteropServices;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Reads;
using Regio.ExpertTable.Terms;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Consents;

/// <summary>A child of a case with its date of birth, for the length of one call.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ChildAge(Guid Pseudonym, DateOnly BirthDate);

/// <summary>What one person said of a purpose, and whether consent needs them.</summary>
internal sealed record ConsentView(PartyRecorded Party, bool IsRequired, ConsentRecorded? Said);

/// <summary>What carries a purpose on a day; null: nothing.</summary>
internal sealed record PurposeView(ConsentPurpose Purpose, LegalGround? Ground, IReadOnlyList<ConsentView> Standings, IReadOnlyList<LegalGround> Others)
{
    /// <summary>Somebody who has to consent said no.</summary>
    public bool IsRefused => Standings.Any(s => s.IsRequired && s.Said is { Answer: ConsentAnswer.Refused or ConsentAnswer.Withdrawn });
}

/// <summary>What the file of a case says about consent and other grounds, read by the ages that the terms of a day set.</summary>
internal sealed class CaseConsents(IReadOnlyList<WrittenEntry> entries, TermBook terms)
{
    private readonly List<PartyRecorded> _parties = [.. entries.Select(e => e.Content).OfType<PartyRecorded>()];

    public PartyRecorded Party(Guid id, string field) =>
        _parties.Find(p => p.PartyId == id) ?? throw new DomainException(ConsentRules.PartyUnknown, field);

    /// <summary>What carries a purpose for all children of the case together.</summary>
    public PurposeView On(DateOnly day, ConsentPurpose purpose, IReadOnlyList<ChildAge> children)
    {
        var term = ConsentTerm.Of(purpose, terms, day);
        var standings = _parties.ConvertAll(party => new ConsentView(party, Requires(term, party, children, day), Latest(party, purpose, day)));
        var others = entries.Select(e => e.Content).OfType<GroundRecorded>()
            .Where(g => g.Purpose == purpose && day >= g.From && (g.Until is null || day < g.Until))
            .Select(g => g.Ground).Distinct().Order().ToList();
        var isConsented = children.All(child => IsConsented(term, child, day, standings));
        return new PurposeView(purpose, isConsented ? LegalGround.Consent : others.Count > 0 ? others[0] : null, standings, others);
    }

    private static bool Requires(ConsentTerm term, PartyRecorded party, IReadOnlyList<ChildAge> children, DateOnly day) =>
        children.Any(c => c.Pseudonym == party.Child && term.Requires(party.Kind, ConsentTerm.AgeOn(c.BirthDate, day)));

    // Everybody who is needed and known said yes, and of each sort that is needed somebody is known.
    private static bool IsConsented(ConsentTerm term, ChildAge child, DateOnly day, List<ConsentView> standings)
    {
        var age = ConsentTerm.AgeOn(child.BirthDate, day);
        var own = standings.Where(s => s.Party.Child == child.Pseudonym && s.IsRequired).ToList();
        var hasYouth = !term.Requires(ConsentPartyKind.Youth, age) || own.Exists(s => s.Party.Kind == ConsentPartyKind.Youth);
        var hasHolder = !term.Requires(ConsentPartyKind.AuthorityHolder, age) || own.Exists(s => s.Party.Kind != ConsentPartyKind.Youth);
        return hasYouth && hasHolder && own.TrueForAll(s => s.Said is { Answer: ConsentAnswer.Given });
    }

    // Of two statements of one day the one that was recorded last.
    private ConsentRecorded? Latest(PartyRecorded party, ConsentPurpose purpose, DateOnly day) => entries
        .Where(e => e.Content is ConsentRecorded said && said.PartyId == party.PartyId && said.Purpose == purpose && said.Day <= day)
        .OrderBy(e => ((ConsentRecorded)e.Content).Day).ThenBy(e => e.Number)
        .Select(e => (ConsentRecorded)e.Content).LastOrDefault();
}
