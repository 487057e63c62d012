using FluentValidation;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Procedures;

/// <summary>Judges a bid on the criteria, or on the conditions.</summary>
internal sealed class AssessBid(ProcedureReader procedures)
{
    public Task<AssessBidResponse> RunAsync(AssessBidRequest request, string caller, CancellationToken ct) => procedures.ChangeAsync(
        nameof(AssessBid),
        request,
        new ProcedureStep(request.Id, request.Etag, request.RequestId, caller),
        procedure => procedure.Assess(
            Guid.ParseExact(request.BidId, "D"),
            request.Excluded,
            [.. request.Scores.Select(score => new BidScore { Criterion = score.Criterion.Trim(), Points = score.Points })],
            request.Motivation.Trim()),
        procedure => new AssessBidResponse { Procedure = procedure.ToProto() },
        ct);
}

internal sealed class AssessBidValidator : AbstractValidator<AssessBidRequest>
{
    private const int MostPoints = 100;

    public AssessBidValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.BidId).IsUuid();
        RuleFor(r => r.Motivation).IsLine(ProcedureRules.MostTextCharacters);
        RuleFor(r => r.Scores).Must(scores => scores.Count <= ProcedureRules.MostCriteria).WithMessage($"Give at most {ProcedureRules.MostCriteria} scores.");
        RuleForEach(r => r.Scores).ChildRules(score =>
        {
            score.RuleFor(s => s.Criterion).IsLine(ProcedureRules.MostTitleCharacters);
            score.RuleFor(s => s.Points).InclusiveBetween(0, MostPoints);
        }).When(r => r.Scores.Count <= ProcedureRules.MostCriteria);
    }
}
