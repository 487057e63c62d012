using FluentValidation;
using Regio.Reporting.Persistence;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Reports;

/// <summary>Notes that somebody has read an edition and found it right.</summary>
internal sealed class CheckEdition(ReportingDbContext db, IdempotentRequests<ReportingDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.reporting.v1.ReportService/CheckEdition";

    public Task<CheckEditionResponse> RunAsync(CheckEditionRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, async token =>
        {
            var edition = await db.EditionToChangeAsync(request.Id, request.Etag, token);
            edition.Check(caller, time.StorableNow());
            return new CheckEditionResponse { Edition = edition.ToProto() };
        }, ct);
}

internal sealed class CheckEditionValidator : AbstractValidator<CheckEditionRequest>
{
    public CheckEditionValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
    }
}
