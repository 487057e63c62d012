namespace Regio.ServiceDefaults.Security;

/// <summary>Names of the claims that are read from a token.</summary>
public static class TokenClaims
{
    /// <summary>Id of the person or service.</summary>
    public const string Subject = "sub";

    /// <summary>A role; may occur more than once.</summary>
    public const string Role = "role";

    /// <summary>CBS code of the municipality that the caller is limited to.</summary>
    public const string Municipality = "municipality";

    /// <summary>Id of the provider that the caller is limited to.</summary>
    public const string Provider = "provider";
}
