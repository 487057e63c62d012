using System.Runtime.InteropServices;
using Regio.ExpertTable.Terms;

namespace Regio.ExpertTable.Consents;

/// <summary>For what data about a child are used.</summary>
internal enum ConsentPurpose
{
    Help,
    File,
    Disclosure,
}

/// <summary>Who somebody is to a child.</summary>
internal enum ConsentPartyKind
{
    Youth,
    AuthorityHolder,
    Guardian,
}

/// <summary>What somebody said.</summary>
internal enum ConsentAnswer
{
    Given,
    Refused,
    Withdrawn,
}

/// <summary>Who has to consent on a day, by the age of the child.</summary>
/// <param name="YouthFrom">Age from which the youth consents.</param>
/// <param name="HoldersUntil">Age from which those with authority need not.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ConsentTerm(int YouthFrom, int HoldersUntil)
{
    /// <summary>
    /// The ages for a purpose by the settings of a day. Those with authority consent at least until the youth does, however
    /// the two ages are set, so that at no age nobody has to.
    /// </summary>
    public static ConsentTerm Of(ConsentPurpose purpose, TermBook terms, DateOnly day)
    {
        var (youth, holders) = purpose switch
        {
            ConsentPurpose.Help => (Term.HelpYouthAge, Term.HelpHolderAge),
            ConsentPurpose.File => (Term.FileYouthAge, Term.FileYouthAge),
            ConsentPurpose.Disclosure => (Term.DisclosureYouthAge, Term.DisclosureYouthAge),
            _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "No ages are set for this purpose."),
        };
        var youthFrom = terms.On(youth, day);
        return new(youthFrom, Math.Max(youthFrom, terms.On(holders, day)));
    }

    public bool Requires(ConsentPartyKind kind, int age) => kind == ConsentPartyKind.Youth ? age >= YouthFrom : age < HoldersUntil;

    /// <summary>Whole years on a day. Who is born on 29 February is a year older on 1 March of other years.</summary>
    public static int AgeOn(DateOnly birthDate, DateOnly day)
    {
        var years = day.Year - birthDate.Year;
        return (day.Month, day.Day).CompareTo((birthDate.Month, birthDate.Day)) < 0 ? years - 1 : years;
    }
}
