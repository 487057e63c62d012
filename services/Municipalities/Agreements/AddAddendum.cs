using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.Requests;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.Municipalities.Agreements;

/// <summary>Adds a signed addendum, which may move the end.</summary>
internal sealed class AddAddendum(MunicipalitiesDbContext db, Once once)
{
    public Task<AddAddendumResponse> RunAsync(AddAddendumRequest request, Caller caller, CancellationToken ct) =>
        once.RunAsync(request, request.RequestId, caller.Subject, (moment, token) => AddAsync(request, moment, token), ct);

    private async Task<AddAddendumResponse> AddAsync(AddAddendumRequest request, Moment moment, CancellationToken ct)
    {
        var addendum = request.Addendum.ToDomain();
        RecordedFact.RefuseFuture(addendum.SignedOn, moment.Today, "addendum.signed_date");
        var agreement = await db.AgreementToChangeAsync(request.Id, request.Etag, ct);
        agreement.AddAddendum(addendum, moment.Today);
        return new AddAddendumResponse { Agreement = agreement.ToProto(moment.Today) };
    }
}

internal sealed class AddAddendumValidator : AbstractValidator<AddAddendumRequest>
{
    public AddAddendumValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Addendum).NotNull().SetValidator(new AddendumValidator());
    }
}
