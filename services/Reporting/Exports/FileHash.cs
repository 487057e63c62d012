using System.Security.Cryptography;

namespace Regio.Reporting.Exports;

/// <summary>Recognises a file by its content.</summary>
internal static class FileHash
{
    /// <summary>SHA-256 in hexadecimal.</summary>
    public static string Of(ReadOnlySpan<byte> file) => Convert.ToHexStringLower(SHA256.HashData(file));
}
