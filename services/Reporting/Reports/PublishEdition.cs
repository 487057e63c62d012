using FluentValidation;
using Regio.Reporting.Persistence;
using Regio.Reporting.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Reporting.Reports;

/// <summary>Makes an edition public, for good.</summary>
internal sealed class PublishEdition(ReportingDbContext db, IdempotentRequests<ReportingDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.reporting.v1.ReportService/PublishEdition";

    public Task<PublishEditionResponse> RunAsync(PublishEditionRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, async token =>
        {
            var edition = await db.EditionToChangeAsync(request.Id, request.Etag, token);
            edition.Publish(caller, time.StorableNow());
            return new PublishEditionResponse { Edition = edition.ToProto() };
        }, ct);
}

internal sealed class PublishEditionValidator : AbstractValidator<PublishEditionRequest>
{
    public PublishEditionValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
    }
}
