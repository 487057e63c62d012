using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.ServiceDefaults.Security;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Pages.Sessions;

/// <summary>Begins, finds and ends sessions. They are in the database, so that every replica knows them and none survives a logout.</summary>
internal sealed class SessionStore(ReportingDbContext db, TimeProvider time)
{
    private const int SecretBytes = 32;

    /// <summary>Begins a session.</summary>
    /// <returns>The secret for the browser, and when it ends; null where the token has ended already.</returns>
    public async Task<(string Secret, DateTimeOffset ExpiresAt)?> StartAsync(ReadToken token, CancellationToken ct)
    {
        var now = time.StorableNow();
        if (token.ExpiresAt <= now)
            return null;
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        var session = PageSession.Start(SHA256.HashData(secret), token, now);
        await db.Set<PageSession>().Where(old => old.ExpiresAt <= now).ExecuteDeleteAsync(ct);
        db.Add(session);
        await db.SaveChangesAsync(ct);
        return (WebEncoders.Base64UrlEncode(secret), session.ExpiresAt);
    }

    /// <summary>Who is logged in with this secret; null when nobody is, or not any more.</summary>
    public async Task<Caller?> FindAsync(string? secret, CancellationToken ct)
    {
        if (DigestOf(secret) is not { } digest)
            return null;
        var now = time.GetUtcNow();
        var session = await db.Set<PageSession>().AsNoTracking().SingleOrDefaultAsync(s => s.Digest == digest && s.ExpiresAt > now, ct);
        return session?.ToCaller();
    }

    public async Task EndAsync(string? secret, CancellationToken ct)
    {
        if (DigestOf(secret) is { } digest)
            await db.Set<PageSession>().Where(s => s.Digest == digest).ExecuteDeleteAsync(ct);
    }

    private static byte[]? DigestOf(string? secret)
    {
        // Whatever a browser sends: only what can be one of ours is looked for.
        if (secret is null || secret.Length != WebEncoders.Base64UrlEncode(new byte[SecretBytes]).Length)
            return null;
        try
        {
            return SHA256.HashData(WebEncoders.Base64UrlDecode(secret));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
