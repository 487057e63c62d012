using FluentValidation;
using Google.Protobuf;
using Regio.Reporting.Persistence;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Importing.Files;

/// <summary>Makes room for a file that is to be sent in; what is wrong with its description is told before anything of it is sent.</summary>
internal sealed class StartFileImport(ReportingDbContext db, IdempotentRequests<ReportingDbContext> requests, ImportStore store, TimeProvider time)
{
    private const string Rpc = "regio.reporting.v1.ImportService/StartFileImport";

    public Task<StartFileImportResponse> RunAsync(StartFileImportRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => StartAsync(request, caller, token), ct);

    private async Task<StartFileImportResponse> StartAsync(StartFileImportRequest request, string caller, CancellationToken ct)
    {
        await store.ChecksAsync(request.Header, ct);
        var now = time.StorableNow();
        var import = new FileImport
        {
            Id = Guid.CreateVersion7(now),
            Header = JsonFormatter.Default.Format(request.Header),
            Size = request.Size,
            ContentHash = request.ContentHash,
            ReceivedAt = now,
            StartedAt = now,
            StartedBy = caller,
        };
        db.Add(import);
        return new StartFileImportResponse { FileImport = import.ToProto(progress: null) };
    }
}

internal sealed class StartFileImportValidator : AbstractValidator<StartFileImportRequest>
{
    private const int HashCharacters = 64;

    public StartFileImportValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Header).NotNull().WithMessage("Say what is in the file.").SetValidator(new FileHeaderValidator()!);
        RuleFor(r => r.Size).InclusiveBetween(1, FileImport.LargestFile).WithMessage($"Give the size in bytes, 1 to {FileImport.LargestFile}.");
        RuleFor(r => r.ContentHash).Must(hash => hash.Length == HashCharacters && hash.All(char.IsAsciiHexDigitLower))
            .WithMessage("Give the SHA-256 of the file as 64 hexadecimal digits in lower case.");
    }
}
