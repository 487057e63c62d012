using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Vault;

/// <summary>A citizen service number that passes the eleven-test. Has no text form, so that it ends up in no message by accident.</summary>
internal sealed class Bsn
{
    private const int Length = 9;

    internal Bsn(string digits) => Digits = digits;

    public string Digits { get; }

    public static bool IsWellFormed(string text) => text.Length == Length && text.All(char.IsAsciiDigit);

    /// <summary>The weights 9 to 2, and minus 1 for the last digit, add up to a multiple of 11. Nine zeros do too, and are nobody's.</summary>
    public static bool PassesElevenTest(string text)
    {
        if (!IsWellFormed(text) || text.All(digit => digit == '0'))
            return false;
        var sum = -(text[^1] - '0');
        for (var i = 0; i < Length - 1; i++)
            sum += (Length - i) * (text[i] - '0');
        return sum % 11 == 0;
    }

    public override string ToString() => nameof(Bsn);
}

/// <summary>Which numbers this installation takes.</summary>
/// <param name="TestNumbersAllowed">Whether the numbers that are set apart for tests count: in development alone.</param>
internal sealed record BsnPolicy(bool TestNumbersAllowed)
{
    private const string FirstTestNumber = "999900006";
    private const string LastTestNumber = "999999990";

    /// <param name="text">Nine digits.</param>
    /// <param name="field">Where the caller wrote them.</param>
    public Bsn Parse(string text, string field)
    {
        if (!Bsn.PassesElevenTest(text))
            throw new DomainException(VaultRules.BsnInvalid, field);
        if (!TestNumbersAllowed && IsTestNumber(text))
            throw new DomainException(VaultRules.BsnTestNumber, field);
        return new Bsn(text);
    }

    // Of equal length, so the order of the texts is that of the numbers.
    private static bool IsTestNumber(string text) =>
        string.CompareOrdinal(text, FirstTestNumber) >= 0 && string.CompareOrdinal(text, LastTestNumber) <= 0;
}
