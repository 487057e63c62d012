using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.Vault;

/// <summary>The rules of who goes into the vault. The texts name no value.</summary>
internal static class VaultRules
{
    public static readonly Rule BsnInvalid = new(
        "BSN_INVALID",
        RuleKind.Invalid,
        "This is no citizen service number: it fails the eleven-test.",
        "Dit is geen burgerservicenummer: het voldoet niet aan de elfproef.");

    public static readonly Rule BsnTestNumber = new(
        "BSN_TEST_NUMBER",
        RuleKind.Invalid,
        "This number is meant for tests and belongs to nobody.",
        "Dit nummer is bedoeld om te testen en hoort bij niemand.");

    public static readonly Rule BirthDateInFuture = new(
        "BIRTH_DATE_IN_FUTURE",
        RuleKind.Invalid,
        "The date of birth has not come yet.",
        "De geboortedatum is nog niet geweest.");
}
