using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Bodies;

/// <summary>A body with its seats as they are on a day and were known at a moment.</summary>
internal sealed class GetBody(KnownThen known, TimeProvider time)
{
    public async Task<GetBodyResponse> RunAsync(GetBodyRequest request, CancellationToken ct)
    {
        var found = await known.ReadAsync(known.Bodies(request.KnownAt).Where(b => b.Id == request.Id), request.KnownAt, ct);
        if (found is not [var body])
            throw StoredBodies.Unknown(request.Id, "id");
        return new GetBodyResponse { Body = body.ToProto(AsOf.OrToday(request.AsOf, time)) };
    }
}

internal sealed class GetBodyValidator : AbstractValidator<GetBodyRequest>
{
    public GetBodyValidator()
    {
        RuleFor(r => r.Id).IsRegionBodyId();
        RuleFor(r => r.AsOf).IsDayOrAbsent();
        RuleFor(r => r.KnownAt).IsMomentOrAbsent();
    }
}
