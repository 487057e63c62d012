using FluentValidation;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Innovations;

/// <summary>Records what was decided on an innovation.</summary>
internal sealed class DecideInnovation(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.InnovationService/DecideInnovation";

    public Task<DecideInnovationResponse> RunAsync(DecideInnovationRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => DecideAsync(request, token), ct);

    private async Task<DecideInnovationResponse> DecideAsync(DecideInnovationRequest request, CancellationToken ct)
    {
        var (innovation, now) = (await db.InnovationToChangeAsync(request.Id, request.Etag, ct), time.StorableNow());
        var verdict = new InnovationVerdict(
            (InnovationStage)request.Stage, AsOf.OrToday(request.DecidedDate, time), request.Reason.Trim(), request.Result.Trim(), request.DueDate?.ToDateOnly());
        innovation.Decide(Guid.CreateVersion7(now), verdict, (time.DutchToday(), now));
        db.Publish(innovation.ToEvent(now), innovation.Id.ToString("D"));
        return new DecideInnovationResponse { Innovation = innovation.ToProto() };
    }
}

internal sealed class DecideInnovationValidator : AbstractValidator<DecideInnovationRequest>
{
    public DecideInnovationValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Stage).IsInEnum().NotEqual(V1.InnovationStage.Unspecified).WithMessage("Say what it becomes.");
        RuleFor(r => r.DecidedDate).IsDayOrAbsent();
        RuleFor(r => r.Reason).IsLine(InnovationRules.MostTextCharacters);
        RuleFor(r => r.Result).IsLineOrEmpty(InnovationRules.MostTextCharacters);
        RuleFor(r => r.DueDate).IsDayOrAbsent();
    }
}
