using System.Globalization;
using Regio.ServiceDefaults.Errors;

namespace Regio.ServiceDefaults.Persistence;

/// <summary>The row version of an aggregate as callers see it (AIP-154).</summary>
public static class Etag
{
    /// <summary>Somebody else changed the resource since the caller read it.</summary>
    public static readonly Rule Mismatch = new(
        "ETAG_MISMATCH",
        RuleKind.Conflict,
        "The resource was changed in the meantime; read it again.",
        "Dit is intussen gewijzigd; haal het opnieuw op.");

    /// <summary>The etag of a version.</summary>
    public static string Of(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version:x}\"");

    /// <summary>Refuses when the caller saw a version of what is not there yet.</summary>
    /// <param name="etag">What the caller saw; empty: nothing.</param>
    /// <param name="version">The version that is there; 0: none.</param>
    public static void RequireOrNone(string etag, long version) => Require(etag, version > 0 ? version : -1);

    /// <summary>Refuses when the caller saw another version; an empty etag stands for whatever is there.</summary>
    public static void Require(string etag, long version, string field = "etag")
    {
        if (etag.Length > 0 && !string.Equals(etag, Of(version), StringComparison.Ordinal))
            throw new DomainException(Mismatch, field);
    }
}
