using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Bodies;

/// <summary>Records who fills a seat from a day on.</summary>
internal sealed class RecordHolder(MunicipalitiesDbContext db, Once once)
{
    public Task<RecordHolderResponse> RunAsync(RecordHolderRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => RecordAsync(request, caller, moment, token), ct);

    private async Task<RecordHolderResponse> RecordAsync(RecordHolderRequest request, Caller caller, Moment moment, CancellationToken ct)
    {
        var body = await db.BodyToChangeAsync(request.BodyId, etag: "", ct);
        caller.EnsureMunicipality(body.Seat(request.SeatNumber, "seat_number").MunicipalityId ?? "");
        var validity = request.Holder.Period.ToValidity();
        var seat = body.RecordHolder(request.SeatNumber, request.Holder.Function.Trim(), validity, moment.By, moment.Now);
        return new RecordHolderResponse { Seat = seat.ToProto(validity.From) };
    }
}

internal sealed class RecordHolderValidator : AbstractValidator<RecordHolderRequest>
{
    public RecordHolderValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.BodyId).IsRegionBodyId();
        RuleFor(r => r.SeatNumber).GreaterThan(0);
        RuleFor(r => r.Holder).NotNull().SetValidator(new SeatHolderValidator()!);
    }
}
