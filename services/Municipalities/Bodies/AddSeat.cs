using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Bodies;

/// <summary>Adds a seat to a body.</summary>
internal sealed class AddSeat(MunicipalitiesDbContext db, RegisterCache register, Once once)
{
    public Task<AddSeatResponse> RunAsync(AddSeatRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (_, token) => AddAsync(request, token), ct);

    private async Task<AddSeatResponse> AddAsync(AddSeatRequest request, CancellationToken ct)
    {
        if (request.Seat.MunicipalityId.Length > 0)
            (await register.GetAsync(ct)).Municipality(request.Seat.MunicipalityId, "seat.municipality_id");
        var body = await db.BodyToChangeAsync(request.BodyId, request.Etag, ct);
        var seat = body.AddSeat(request.Seat.ToDomain());
        return new AddSeatResponse { Seat = seat.ToProto(seat.Validity.From) };
    }
}

internal sealed class AddSeatValidator : AbstractValidator<AddSeatRequest>
{
    public AddSeatValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.BodyId).IsRegionBodyId();
        RuleFor(r => r.Seat).NotNull().SetValidator(new SeatValidator()!);
    }
}
