namespace Regio.AppHost;

/// <summary>A key of the vault of the expert table.</summary>
internal static class VaultKey
{
    /// <summary>44 letters and digits are valid base64 and stand for 33 bytes; drawn from 56 signs they hold 255 bits.</summary>
    public static GenerateParameterDefault Fresh => new() { MinLength = 44, Special = false };
}
