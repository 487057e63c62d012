using FluentValidation;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Funding;

/// <summary>Records that an application was refused or withdrawn.</summary>
internal sealed class EndSubsidyApplication(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.SubsidyService/EndSubsidyApplication";

    public Task<EndSubsidyApplicationResponse> RunAsync(EndSubsidyApplicationRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => ChangeAsync(request, token), ct);

    private async Task<EndSubsidyApplicationResponse> ChangeAsync(EndSubsidyApplicationRequest request, CancellationToken ct)
    {
        var subsidy = await db.SubsidyToChangeAsync(request.Id, request.Etag, ct);
        var now = time.StorableNow();
        subsidy.EndApplication(request.Withdrawn, request.Reason.Trim(), AsOf.OrToday(request.DecidedDate, time), time.DutchToday());
        db.Publish(subsidy.ToEvent(now), subsidy.Id.ToString("D"));
        return new EndSubsidyApplicationResponse { Subsidy = subsidy.ToProto() };
    }
}

internal sealed class EndSubsidyApplicationValidator : AbstractValidator<EndSubsidyApplicationRequest>
{
    public EndSubsidyApplicationValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Reason).IsLine(SubsidyRules.MostTextCharacters);
        RuleFor(r => r.DecidedDate).IsDayOrAbsent();
    }
}
