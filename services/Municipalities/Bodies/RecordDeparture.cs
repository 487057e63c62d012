using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Bodies;

/// <summary>Records that a seat falls vacant on a day.</summary>
internal sealed class RecordDeparture(MunicipalitiesDbContext db, Once once)
{
    public Task<RecordDepartureResponse> RunAsync(RecordDepartureRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (_, token) => RecordAsync(request, caller, token), ct);

    private async Task<RecordDepartureResponse> RecordAsync(RecordDepartureRequest request, Caller caller, CancellationToken ct)
    {
        var body = await db.BodyToChangeAsync(request.BodyId, etag: "", ct);
        caller.EnsureMunicipality(body.Seat(request.SeatNumber, "seat_number").MunicipalityId ?? "");
        var end = request.EndDate.ToDateOnly();
        return new RecordDepartureResponse { Seat = body.RecordDeparture(request.SeatNumber, end).ToProto(end) };
    }
}

internal sealed class RecordDepartureValidator : AbstractValidator<RecordDepartureRequest>
{
    public RecordDepartureValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.BodyId).IsRegionBodyId();
        RuleFor(r => r.SeatNumber).GreaterThan(0);
        RuleFor(r => r.EndDate).IsDay();
    }
}
