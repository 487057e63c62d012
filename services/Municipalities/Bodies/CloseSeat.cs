using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Bodies;

/// <summary>Ends a seat; who fills it leaves with it.</summary>
internal sealed class CloseSeat(MunicipalitiesDbContext db, Once once)
{
    public Task<CloseSeatResponse> RunAsync(CloseSeatRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (_, token) => CloseAsync(request, token), ct);

    private async Task<CloseSeatResponse> CloseAsync(CloseSeatRequest request, CancellationToken ct)
    {
        var body = await db.BodyToChangeAsync(request.BodyId, request.Etag, ct);
        var end = request.EndDate.ToDateOnly();
        return new CloseSeatResponse { Seat = body.CloseSeat(request.SeatNumber, end).ToProto(end.AddDays(-1)) };
    }
}

internal sealed class CloseSeatValidator : AbstractValidator<CloseSeatRequest>
{
    public CloseSeatValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.BodyId).IsRegionBodyId();
        RuleFor(r => r.SeatNumber).GreaterThan(0);
        RuleFor(r => r.EndDate).IsDay();
    }
}
