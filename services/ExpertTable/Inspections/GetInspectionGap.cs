using FluentValidation;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Time;

namespace Regio.ExpertTable.Inspections;

/// <summary>A gap with its plans, its proofs and its judgements.</summary>
internal sealed class GetInspectionGap(GapFiles files, TimeProvider time)
{
    public async Task<GetInspectionGapResponse> RunAsync(GetInspectionGapRequest request, CancellationToken ct) =>
        new() { Gap = (await files.GetAsync(request.Id, ct)).ToProto(time.DutchToday()) };
}

internal sealed class GetInspectionGapValidator : AbstractValidator<GetInspectionGapRequest>
{
    public GetInspectionGapValidator() => RuleFor(r => r.Id).IsUuid();
}
