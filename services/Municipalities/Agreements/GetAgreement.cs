using FluentValidation;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Agreements;

/// <summary>An agreement as it is on a day and was known at a moment.</summary>
internal sealed class GetAgreement(KnownThen known, TimeProvider time)
{
    public async Task<GetAgreementResponse> RunAsync(GetAgreementRequest request, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        var found = await known.ReadAsync(known.Agreements(request.KnownAt).Where(a => a.Id == id), request.KnownAt, ct);
        if (found is not [var agreement])
            throw StoredAgreements.Unknown(request.Id);
        return new GetAgreementResponse { Agreement = agreement.ToProto(AsOf.OrToday(request.AsOf, time)) };
    }
}

internal sealed class GetAgreementValidator : AbstractValidator<GetAgreementRequest>
{
    public GetAgreementValidator()
    {
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.AsOf).IsDayOrAbsent();
        RuleFor(r => r.KnownAt).IsMomentOrAbsent();
    }
}
