using System.Runtime.InteropServices;

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

/// <summary>Who has to consent, by the age of the child; the law changes it, so each term has a first day.</summary>
/// <param name="From">First day.</param>
/// <param name="Purpose">For what.</param>
/// <param name="YouthFrom">Age from which the youth consents.</param>
/// <param name="HoldersUntil">Age from which those with authority need not.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ConsentTerm(DateOnly From, ConsentPurpose Purpose, int YouthFrom, int HoldersUntil)
{
    private static readonly DateOnly s_youthAct = new(2015, 1, 1);

    private static readonly ConsentTerm[] s_all =
    [
        // Jeugdwet 7.3.4 and 7.3.5.
        new(s_youthAct, ConsentPurpose.Help, YouthFrom: 12, HoldersUntil: 16),
        // Jeugdwet 7.3.8 to 7.3.11.
        new(s_youthAct, ConsentPurpose.File, YouthFrom: 12, HoldersUntil: 12),
        new(s_youthAct, ConsentPurpose.Disclosure, YouthFrom: 12, HoldersUntil: 12),
    ];

    /// <summary>The latest that began by this day; before the first of them the first.</summary>
    public static ConsentTerm Of(ConsentPurpose purpose, DateOnly day)
    {
        var terms = s_all.Where(t => t.Purpose == purpose).OrderBy(t => t.From).ToList();
        return terms.LastOrDefault(t => t.From <= day, terms[0]);
    }

    public bool Requires(ConsentPartyKind kind, int age) => kind == ConsentPartyKind.Youth ? age >= YouthFrom : age < HoldersUntil;

    /// <summary>Whole years on a day. Who is born on 29 February is a year older on 1 March of other years.</summary>
    public static int AgeOn(DateOnly birthDate, DateOnly day)
    {
        var years = day.Year - birthDate.Year;
        return (day.Month, day.Day).CompareTo((birthDate.Month, birthDate.Day)) < 0 ? years - 1 : years;
    }
}
