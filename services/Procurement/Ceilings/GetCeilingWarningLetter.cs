using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Regio.Procurement.Ocds;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Ceilings;

/// <summary>The letter that belongs to a warning.</summary>
internal sealed class GetCeilingWarningLetter(ProcurementDbContext db, IOptions<OcdsOptions> options)
{
    public async Task<GetCeilingWarningLetterResponse> RunAsync(GetCeilingWarningLetterRequest request, ProviderScope scope, CancellationToken ct)
    {
        var id = Guid.ParseExact(request.Id, "D");
        var ceiling = await db.CeilingsVisibleTo(scope).SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw CeilingRules.NotFound(request.Id);
        var provider = await db.Set<Providers.Provider>().Where(p => p.Id == ceiling.ProviderId).Select(p => p.Name).SingleAsync(ct);
        var subject = await db.Set<Contracts.Contract>().Where(c => c.Id == ceiling.ContractId).Select(c => c.Subject).SingleAsync(ct);
        return new GetCeilingWarningLetterResponse { Html = WarningLetter.Html(ceiling, provider, subject, options.Value.Publisher) };
    }
}

internal sealed class GetCeilingWarningLetterValidator : AbstractValidator<GetCeilingWarningLetterRequest>
{
    public GetCeilingWarningLetterValidator() => RuleFor(r => r.Id).IsUuid();
}
