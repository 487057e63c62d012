using FluentValidation;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Importing.Files;

/// <summary>
/// Takes bytes of a file in. What comes is gathered to pieces of some size, and each piece is kept in a transaction of its
/// own, so that a call which breaks off leaves what it brought.
/// </summary>
internal sealed class UploadFile(ReportingDbContext db, TimeProvider time)
{
    private const int PieceBytes = 1024 * 1024;

    public async Task<UploadFileResponse> RunAsync(IAsyncStreamReader<UploadFileRequest> chunks, CancellationToken ct)
    {
        if (!await chunks.MoveNext(ct))
            throw new DomainException(FileRules.NothingSent, "id");
        var (id, at) = (chunks.Current.Id, chunks.Current.Offset);
        using var piece = new MemoryStream();
        do
        {
            var sent = chunks.Current;
            if (sent.Id != id)
                throw new DomainException(FileRules.OtherImport, "id");
            if (piece.Length > 0 && (sent.Offset != at + piece.Length || piece.Length + sent.Chunk.Length > PieceBytes))
            {
                await KeepAsync(Guid.Parse(id), at, piece.ToArray(), ct);
                piece.SetLength(0);
            }

            if (piece.Length == 0)
                at = sent.Offset;
            piece.Write(sent.Chunk.Span);
        }
        while (await chunks.MoveNext(ct));

        return new UploadFileResponse { FileImport = (await KeepAsync(Guid.Parse(id), at, piece.ToArray(), ct)).ToProto(progress: null) };
    }

    private async Task<FileImport> KeepAsync(Guid id, long offset, byte[] bytes, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var import = await db.Set<FileImport>().FromSql($"select * from file_import where id = {id} for no key update").SingleOrDefaultAsync(ct)
            ?? throw new DomainException(FileRules.ImportUnknown, "id", new Dictionary<string, string> { ["id"] = id.ToString("D") });
        var known = import.Known(offset, bytes.Length);
        if (known == bytes.Length)
            return import;
        db.Add(new FilePiece { ImportId = id, Offset = import.ReceivedBytes, Body = bytes[known..] });
        import.Receive(bytes.Length - known, time.StorableNow());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return import;
    }
}

internal sealed class UploadFileValidator : AbstractValidator<UploadFileRequest>
{
    public UploadFileValidator()
    {
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Offset).InclusiveBetween(0, FileImport.LargestFile).WithMessage($"Give where in the file the bytes begin, 0 to {FileImport.LargestFile}.");
    }
}
