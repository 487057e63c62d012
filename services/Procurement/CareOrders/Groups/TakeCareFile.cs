using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Regio.CareMessages;
using Regio.CareMessages.Model;
using Regio.CareMessages.Reading;
using Regio.Procurement.CareOrders.Assignments;
using Regio.Procurement.Vault;

namespace Regio.Procurement.CareOrders.Groups;

/// <summary>Takes a file in: together with others where it is small and suits that, by itself otherwise.</summary>
internal sealed class TakeCareFile(CareIntake intake, CareMessageQueue queue, TakeAssignments assignments, CareKeys keys, IOptions<CareMessageOptions> options)
{
    /// <summary>Takes a file in, or finds it when it came in before.</summary>
    /// <param name="announced">SHA-256 of the file, by who sends it.</param>
    /// <param name="pieces">Its bytes.</param>
    /// <param name="party">Whose messages its bringer may send.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<TakenCareFile> RunAsync(byte[] announced, IAsyncEnumerable<ReadOnlyMemory<byte>> pieces, CareParty party, CancellationToken ct)
    {
        await using var file = new BegunFile(pieces, ct);
        if (await file.WholeAsync(StoredCareFiles.PieceBytes) is { } whole)
        {
            if (await ReadyAsync(whole, announced, party, ct) is not { } ready)
                CryptographicOperations.ZeroMemory(whole);
            else if (await queue.TakeAsync(ready, ct) is { } taken)
                return new TakenCareFile(taken.Kept.Message, KnownAlready: false) { Grouped = taken };
        }

        var (message, knownAlready) = await intake.TakeAsync(announced, file.PiecesAsync(), party, ct);
        return new TakenCareFile(message, knownAlready);
    }

    // Whatever is wrong with it is found, told and kept where a message is judged by itself.
    private async Task<ReadyMessage?> ReadyAsync(byte[] file, byte[] announced, CareParty party, CancellationToken ct)
    {
        if (!CryptographicOperations.FixedTimeEquals(SHA256.HashData(file), announced))
            return null;
        using var content = new MemoryStream(file, writable: false);
        var reading = MessageValidator.Validate(content, limits: new ReadLimits { Bytes = options.Value.MostBytes });
        if (!ReadyMessage.Suits(reading) || CareSides.Of(reading.Kind!, reading.Message!.Envelope) is not { } sides || !party.MaySend(sides))
            return null;
        // Asked of Municipalities on behalf of the caller, and not while others wait for a transaction.
        if (reading.Message is Jw301 assigned && (await assignments.CheckMunicipalityAsync(assigned, sides, ct)).Any())
            return null;
        var numberHash = keys.NumberHash(reading.Kind!.Name, sides.Sender, reading.Message.Envelope.BerichtIdentificatie.Identificatie.Data);
        return new ReadyMessage(file, keys.FileHash(announced), numberHash, reading, sides, party, Activity.Current);
    }

    /// <summary>A file of which the beginning was read.</summary>
    private sealed class BegunFile(IAsyncEnumerable<ReadOnlyMemory<byte>> pieces, CancellationToken ct) : IAsyncDisposable
    {
        private readonly IAsyncEnumerator<ReadOnlyMemory<byte>> _rest = pieces.GetAsyncEnumerator(ct);
        private readonly MemoryStream _begun = new();
        private bool _goesOn = true;

        /// <summary>The file, when it has no more bytes than this; null otherwise.</summary>
        public async Task<byte[]?> WholeAsync(int mostBytes)
        {
            while (_begun.Length <= mostBytes && (_goesOn = await _rest.MoveNextAsync()))
                _begun.Write(_rest.Current.Span);
            return _goesOn ? null : _begun.ToArray();
        }

        /// <summary>All of it, from the first byte.</summary>
        public async IAsyncEnumerable<ReadOnlyMemory<byte>> PiecesAsync()
        {
            yield return _begun.GetBuffer().AsMemory(0, (int)_begun.Length);
            while (_goesOn && await _rest.MoveNextAsync())
                yield return _rest.Current;
        }

        public async ValueTask DisposeAsync()
        {
            CryptographicOperations.ZeroMemory(_begun.GetBuffer());
            await _begun.DisposeAsync();
            await _rest.DisposeAsync();
        }
    }
}
