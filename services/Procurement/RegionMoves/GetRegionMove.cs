using FluentValidation;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.RegionMoves;

/// <summary>One move.</summary>
internal sealed class GetRegionMove(RegionMoveReader reader)
{
    public async Task<GetRegionMoveResponse> RunAsync(GetRegionMoveRequest request, CancellationToken ct) =>
        new() { Move = (await reader.ReadAsync(request.Id, ct)).ToProto() };
}

internal sealed class GetRegionMoveValidator : AbstractValidator<GetRegionMoveRequest>
{
    public GetRegionMoveValidator() => RuleFor(r => r.Id).IsUuid();
}
