using FluentValidation;
using Regio.Procurement.Persistence;
using Regio.Procurement.Terms;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;
using Term = Regio.Procurement.Terms.Term;

namespace Regio.Procurement.Funding;

/// <summary>Records that a provider accounted for a subsidy.</summary>
internal sealed class RecordSubsidyAccount(ProcurementDbContext db, TermReader termReader, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.SubsidyService/RecordSubsidyAccount";

    public Task<RecordSubsidyAccountResponse> RunAsync(RecordSubsidyAccountRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => ChangeAsync(request, token), ct);

    private async Task<RecordSubsidyAccountResponse> ChangeAsync(RecordSubsidyAccountRequest request, CancellationToken ct)
    {
        var subsidy = await db.SubsidyToChangeAsync(request.Id, request.Etag, ct);
        var now = time.StorableNow();
        var day = AsOf.OrToday(request.AccountedDate, time);
        subsidy.Account(day, (await termReader.ReadAsync(ct)).On(Term.SubsidyDecisionDays, day), time.DutchToday());
        db.Publish(subsidy.ToEvent(now), subsidy.Id.ToString("D"));
        return new RecordSubsidyAccountResponse { Subsidy = subsidy.ToProto() };
    }
}

internal sealed class RecordSubsidyAccountValidator : AbstractValidator<RecordSubsidyAccountRequest>
{
    public RecordSubsidyAccountValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.AccountedDate).IsDayOrAbsent();
    }
}
