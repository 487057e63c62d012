using FluentValidation;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Procedures;

/// <summary>Tells who is meant to win; the standstill begins.</summary>
internal sealed class IntendAward(ProcedureReader procedures)
{
    public Task<IntendAwardResponse> RunAsync(IntendAwardRequest request, string caller, CancellationToken ct) => procedures.ChangeAsync(
        nameof(IntendAward),
        request,
        new ProcedureStep(request.Id, request.Etag, request.RequestId, caller),
        procedure => procedure.Intend(
            [.. request.WinningBidIds.Select(id => Guid.ParseExact(id, "D"))], request.Motivation.Trim(), request.IntentionDate?.ToDateOnly() ?? procedures.Today, procedures.Today),
        procedure => new IntendAwardResponse { Procedure = procedure.ToProto() },
        ct);
}

internal sealed class IntendAwardValidator : AbstractValidator<IntendAwardRequest>
{
    public IntendAwardValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.WinningBidIds).Must(ids => ids.Count is > 0 and <= ProcedureRules.MostWinners).WithMessage($"Give 1 to {ProcedureRules.MostWinners} bids.");
        RuleForEach(r => r.WinningBidIds).IsUuid();
        RuleFor(r => r.Motivation).IsLine(ProcedureRules.MostTextCharacters);
        RuleFor(r => r.IntentionDate).IsDayOrAbsent();
    }
}
