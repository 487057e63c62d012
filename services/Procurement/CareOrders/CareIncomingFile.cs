using FluentValidation;
using Grpc.Core;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Errors;

namespace Regio.Procurement.CareOrders;

/// <summary>The pieces of a file that a caller sends.</summary>
internal sealed class CareIncomingFile(IAsyncStreamReader<DeliverCareMessageRequest> pieces)
{
    /// <summary>Reads the first piece. Answers the digest that it announces.</summary>
    public async Task<byte[]> AnnouncedDigestAsync(CancellationToken ct) =>
        await pieces.MoveNext(ct) && pieces.Current.Header is { } header
            ? Convert.FromHexString(header.Sha256)
            : throw new DomainException(CareOrderRules.HeaderMissing, "header");

    /// <summary>The bytes, piece by piece; a piece holds until the next one is asked for.</summary>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> PiecesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        yield return pieces.Current.Chunk.Memory;
        while (await pieces.MoveNext(ct))
        {
            if (pieces.Current.Header is not null)
                throw new DomainException(CareOrderRules.HeaderTwice, "header");
            yield return pieces.Current.Chunk.Memory;
        }
    }
}

internal sealed class DeliverCareMessageValidator : AbstractValidator<DeliverCareMessageRequest>
{
    private const int DigestCharacters = 64;
    private const int MostChunkBytes = 1024 * 1024;

    public DeliverCareMessageValidator()
    {
        RuleFor(r => r.Chunk).Must(chunk => chunk.Length <= MostChunkBytes).WithMessage($"Give at most {MostChunkBytes} bytes at once.");
        RuleFor(r => r.Header.Sha256).Must(digest => digest.Length == DigestCharacters && digest.All(char.IsAsciiHexDigit))
            .WithMessage("Give the SHA-256 of the file as 64 hexadecimal digits.").When(r => r.Header is not null);
    }
}
