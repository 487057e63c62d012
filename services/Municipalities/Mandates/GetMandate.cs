using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Mandates;

/// <summary>A mandate with its grants and consents.</summary>
internal sealed class GetMandate(MunicipalitiesDbContext db)
{
    public async Task<GetMandateResponse> RunAsync(GetMandateRequest request, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        var mandate = await db.Mandates().SingleOrDefaultAsync(m => m.Id == id, ct) ?? throw StoredMandates.Unknown(request.Id, "id");
        return new GetMandateResponse { Mandate = mandate.ToProto() };
    }
}

internal sealed class GetMandateValidator : AbstractValidator<GetMandateRequest>
{
    public GetMandateValidator() => RuleFor(r => r.Id).IsUuid();
}
