using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Rounds;

/// <summary>A round with its policy, bodies and texts.</summary>
internal sealed class GetRound(MunicipalitiesDbContext db)
{
    public async Task<GetRoundResponse> RunAsync(GetRoundRequest request, CancellationToken ct) =>
        new() { Round = (await db.ToReadAsync(request.Id, "id", ct)).ToProto() };
}

internal sealed class GetRoundValidator : AbstractValidator<GetRoundRequest>
{
    public GetRoundValidator() => RuleFor(r => r.Id).IsUuid();
}
