using System.IO.Pipelines;
using System.Security.Cryptography;
using Grpc.Core;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Errors;

namespace Regio.Reporting.Importing;

/// <summary>The pieces of a file that a caller sends, as one stream with a digest; the caller waits when nobody reads.</summary>
internal sealed class IncomingFile(IAsyncStreamReader<ImportObservationsRequest> pieces) : IDisposable
{
    private readonly Pipe _pipe = new();
    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public Stream Content => _pipe.Reader.AsStream();

    /// <summary>SHA-256 of what has been received, in hexadecimal.</summary>
    public string Digest => Convert.ToHexStringLower(_digest.GetCurrentHash());

    public async Task<ImportHeader> HeaderAsync(CancellationToken ct) =>
        await pieces.MoveNext(ct) && pieces.Current.PartCase == ImportObservationsRequest.PartOneofCase.Header
            ? pieces.Current.Header
            : throw new DomainException(ImportRules.HeaderMissing, "header");

    /// <summary>Receives until the caller has sent all, or the reader has had enough.</summary>
    public async Task ReceiveAsync(CancellationToken ct)
    {
        try
        {
            while (await pieces.MoveNext(ct))
            {
                if (pieces.Current.PartCase != ImportObservationsRequest.PartOneofCase.Chunk)
                    throw new DomainException(ImportRules.HeaderTwice, "header");
                var chunk = pieces.Current.Chunk.Memory;
                _digest.AppendData(chunk.Span);
                if ((await _pipe.Writer.WriteAsync(chunk, ct)).IsCompleted)
                    break;
            }

            await _pipe.Writer.CompleteAsync();
        }
        catch (Exception exception)
        {
            await _pipe.Writer.CompleteAsync(exception);
            throw;
        }
    }

    public ValueTask StopAsync() => _pipe.Reader.CompleteAsync();

    public void Dispose() => _digest.Dispose();
}
