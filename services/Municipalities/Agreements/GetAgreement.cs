using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Agreements;

/// <summary>An agreement as it is on a day.</summary>
internal sealed class GetAgreement(MunicipalitiesDbContext db, TimeProvider time)
{
    public async Task<GetAgreementResponse> RunAsync(GetAgreementRequest request, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        var agreement = await db.Set<Agreement>().AsNoTracking().WithParts().SingleOrDefaultAsync(a => a.Id == id, ct)
            ?? throw StoredAgreements.Unknown(request.Id);
        return new GetAgreementResponse { Agreement = agreement.ToProto(AsOf.OrToday(request.AsOf, time)) };
    }
}

internal sealed class GetAgreementValidator : AbstractValidator<GetAgreementRequest>
{
    public GetAgreementValidator()
    {
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.AsOf).IsDayOrAbsent();
    }
}
