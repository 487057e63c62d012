using FluentValidation;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Funding;

/// <summary>Grants what was asked for, or less.</summary>
internal sealed class GrantSubsidy(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.SubsidyService/GrantSubsidy";

    public Task<GrantSubsidyResponse> RunAsync(GrantSubsidyRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => ChangeAsync(request, token), ct);

    private async Task<GrantSubsidyResponse> ChangeAsync(GrantSubsidyRequest request, CancellationToken ct)
    {
        var subsidy = await db.SubsidyToChangeAsync(request.Id, request.Etag, ct);
        var now = time.StorableNow();
        subsidy.Grant(
            request.GrantedCents, request.AccountDueDate.ToDateOnly(), request.Reason.Trim(), AsOf.OrToday(request.DecidedDate, time), time.DutchToday());
        db.Publish(subsidy.ToEvent(now), subsidy.Id.ToString("D"));
        return new GrantSubsidyResponse { Subsidy = subsidy.ToProto() };
    }
}

internal sealed class GrantSubsidyValidator : AbstractValidator<GrantSubsidyRequest>
{
    public GrantSubsidyValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.GrantedCents).InclusiveBetween(1, SubsidyRules.MostCents);
        RuleFor(r => r.AccountDueDate).IsDay();
        RuleFor(r => r.Reason).IsLine(SubsidyRules.MostTextCharacters);
        RuleFor(r => r.DecidedDate).IsDayOrAbsent();
    }
}
