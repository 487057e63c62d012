using FluentValidation;
using Google.Protobuf;
using Regio.Reporting.Persistence;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Importing.Tables;

/// <summary>Has a table read in from a public source; it is fetched after the answer.</summary>
internal sealed class StartTableImport(
    ReportingDbContext db, IdempotentRequests<ReportingDbContext> requests, ImportStore store, TableSources sources, TimeProvider time)
{
    private const string Rpc = "regio.reporting.v1.ImportService/StartTableImport";

    public Task<StartTableImportResponse> RunAsync(StartTableImportRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => StartAsync(request, caller, token), ct);

    private async Task<StartTableImportResponse> StartAsync(StartTableImportRequest request, string caller, CancellationToken ct)
    {
        if (!sources.Knows(request.SourceName))
        {
            throw new DomainException(TableRules.SourceUnknown, "source_name", new Dictionary<string, string>
            {
                ["source"] = request.SourceName,
                ["sources"] = string.Join(", ", sources.Names),
            });
        }

        // An indicator that does not exist is better told now than after the last page.
        await store.ChecksAsync(request.Header, ct);
        var now = time.StorableNow();
        var import = new TableImport
        {
            Id = Guid.CreateVersion7(now),
            SourceName = request.SourceName,
            TableName = request.TableName,
            Header = JsonFormatter.Default.Format(request.Header),
            NextTryAt = now,
            StartedAt = now,
            StartedBy = caller,
        };
        db.Add(import);
        return new StartTableImportResponse { TableImport = import.ToProto() };
    }
}

internal sealed class StartTableImportValidator : AbstractValidator<StartTableImportRequest>
{
    public StartTableImportValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.SourceName).IsLine(40);
        RuleFor(r => r.TableName).Must(id => id.Length is > 0 and <= 40 && id.All(char.IsAsciiLetterOrDigit)).WithMessage("Give the name of the table: letters and digits.");
        RuleFor(r => r.Header).NotNull().WithMessage("Say what is to be read.").SetValidator(new ImportHeaderValidator()!);
        When(r => r.Header is not null, () =>
        {
            RuleFor(r => r.Header.Format).Equal(ImportFormat.Odata).WithMessage("A table from a source is OData.");
            RuleFor(r => r.Header.Columns).Must(columns => columns.Count is > 0 and <= 50).WithMessage("Name 1 to 50 columns.");
        });
    }
}
