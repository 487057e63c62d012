using Regio.ExpertTable.Consents;

namespace Regio.ExpertTable.Vault;

/// <summary>
/// How old a child is as a class of years: what leaves the vault about its age to be counted. Codes, frozen with the first event.
/// </summary>
internal static class AgeClass
{
    /// <param name="birthDate">When the child was born.</param>
    /// <param name="day">The day on which it is so old.</param>
    /// <returns>0_to_3, 4_to_11, 12_to_17 or 18_and_over, in whole years.</returns>
    public static string Of(DateOnly birthDate, DateOnly day) => ConsentTerm.AgeOn(birthDate, day) switch
    {
        <= 3 => "0_to_3",
        <= 11 => "4_to_11",
        <= 17 => "12_to_17",
        _ => "18_and_over",
    };
}
