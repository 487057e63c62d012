namespace Regio.ServiceDefaults.Security;

/// <summary>Who a token stands for, and until when.</summary>
/// <param name="Caller">Who.</param>
/// <param name="ExpiresAt">When it ends.</param>
public sealed record ReadToken(Caller Caller, DateTimeOffset ExpiresAt);

/// <summary>Reads a token that came otherwise than in the header of a call, by the same rules.</summary>
public sealed class TokenReader
{
    private readonly TokenCheck _check;

    internal TokenReader(TokenCheck check) => _check = check;

    /// <summary>
    /// Who it stands for; null when it is not to be believed, or when nobody can tell because the issuer of tokens is away.
    /// </summary>
    public async Task<(ReadToken? Token, bool IssuerAway)> ReadAsync(string token)
    {
        var (read, fault) = await _check.ReadAsync(token);
        return (read, fault == TokenFault.IssuerAway);
    }
}
