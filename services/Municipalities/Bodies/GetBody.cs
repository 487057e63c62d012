using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Bodies;

/// <summary>A body with its seats as they are on a day.</summary>
internal sealed class GetBody(MunicipalitiesDbContext db, TimeProvider time)
{
    public async Task<GetBodyResponse> RunAsync(GetBodyRequest request, CancellationToken ct) =>
        new() { Body = (await db.BodyToReadAsync(request.Id, "id", ct)).ToProto(AsOf.OrToday(request.AsOf, time)) };
}

internal sealed class GetBodyValidator : AbstractValidator<GetBodyRequest>
{
    public GetBodyValidator()
    {
        RuleFor(r => r.Id).IsRegionBodyId();
        RuleFor(r => r.AsOf).IsDayOrAbsent();
    }
}
