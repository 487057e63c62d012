using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Bodies;

/// <summary>Whether those present on a day are enough to decide.</summary>
internal sealed class CheckQuorum(MunicipalitiesDbContext db, TimeProvider time)
{
    public async Task<CheckQuorumResponse> RunAsync(CheckQuorumRequest request, CancellationToken ct)
    {
        var body = await db.BodyToReadAsync(request.BodyId, "body_id", ct);
        var answer = body.CheckQuorum(request.PresentSeats, AsOf.OrToday(request.AsOf, time));
        return new CheckQuorumResponse
        {
            Met = answer.Met,
            Required = answer.Required,
            Present = answer.Present,
            Seats = answer.Seats,
            Vacant = answer.Vacant,
        };
    }
}

internal sealed class CheckQuorumValidator : AbstractValidator<CheckQuorumRequest>
{
    public CheckQuorumValidator()
    {
        RuleFor(r => r.BodyId).IsRegionBodyId();
        RuleFor(r => r.PresentSeats).Must(seats => seats.Count <= BodyFieldRules.MostSeats && seats.Distinct().Count() == seats.Count)
            .WithMessage($"Name at most {BodyFieldRules.MostSeats} seats, each once.");
        RuleFor(r => r.AsOf).IsDayOrAbsent();
    }
}
