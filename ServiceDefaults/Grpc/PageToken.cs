using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Regio.ServiceDefaults.Errors;

namespace Regio.ServiceDefaults.Grpc;

/// <summary>
/// Opaque token that says after which item a page starts. It is bound to the query: the same list request with another
/// filter is refused. Callers can read and forge it, so the key in it gives no access and is parsed with suspicion.
/// </summary>
public static class PageToken
{
    private const int DigestLength = 16;
    private const int LongestToken = 2048;

    /// <summary>Makes the token for the page after the item with this key.</summary>
    /// <param name="request">The list request, whose filter the token is bound to.</param>
    /// <param name="key">The values of the item by which the list is ordered.</param>
    public static string After(IMessage request, params string[] key) =>
        Base64Url.EncodeToString([.. Digest(request), .. JsonSerializer.SerializeToUtf8Bytes(key)]);

    /// <summary>
    /// The key of the item after which the page starts; null for the first page.
    /// A damaged token, or one of another query, breaks the rule PAGE_TOKEN_INVALID.
    /// </summary>
    /// <param name="request">The list request.</param>
    /// <param name="token">Its page token.</param>
    /// <param name="parts">Number of values that the key has.</param>
    public static IReadOnlyList<string>? Read(IMessage request, string token, int parts)
    {
        if (token.Length == 0)
            return null;
        if (token.Length > LongestToken || !Base64Url.IsValid(token))
            throw Invalid();

        var bytes = Base64Url.DecodeFromChars(token).AsSpan();
        if (bytes.Length <= DigestLength || !bytes[..DigestLength].SequenceEqual(Digest(request)))
            throw Invalid();
        return Parse(bytes[DigestLength..]) is { } key && key.Length == parts && Array.TrueForAll(key, part => part is not null)
            ? key
            : throw Invalid();
    }

    /// <summary>To throw when a value of the key cannot be what <see cref="After"/> put there.</summary>
    public static DomainException Invalid() => new(CommonRules.PageTokenInvalid, "page_token");

    private static string[]? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[] Digest(IMessage request)
    {
        var filter = request.Descriptor.Parser.ParseFrom(request.ToByteArray());
        foreach (var paging in request.Descriptor.Fields.InFieldNumberOrder().Where(IsPaging))
            paging.Accessor.Clear(filter);

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(request.Descriptor.FullName));
        hash.AppendData(filter.ToByteArray());
        return hash.GetHashAndReset()[..DigestLength];
    }

    private static bool IsPaging(FieldDescriptor field) => field.Name is "page_size" or "page_token";
}
