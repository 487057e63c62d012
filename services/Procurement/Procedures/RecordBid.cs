using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Contracts;
using Regio.Procurement.Persistence;
using Regio.Procurement.Providers;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Procurement.Procedures;

/// <summary>Records a bid of a provider as it came in.</summary>
internal sealed class RecordBid(ProcedureReader procedures, ProcurementDbContext db)
{
    public async Task<RecordBidResponse> RunAsync(RecordBidRequest request, string caller, CancellationToken ct)
    {
        var asked = request.Bid;
        var provider = Guid.ParseExact(asked.ProviderId, "D");
        if (!await db.Set<Providers.Provider>().AnyAsync(p => p.Id == provider, ct))
            throw ProviderRules.NotFound(asked.ProviderId, "bid.provider_id");
        return await procedures.ChangeAsync(
            nameof(RecordBid),
            request,
            new ProcedureStep(request.Id, request.Etag, request.RequestId, caller),
            procedure => procedure.RecordBid(new Bid
            {
                Id = procedures.NewId(),
                ProviderId = provider,
                LotNumber = asked.LotNumber.Trim(),
                TariffCents = asked.TariffCents,
                ReceivedOn = asked.ReceivedDate?.ToDateOnly() ?? procedures.Today,
            }),
            procedure => new RecordBidResponse { Procedure = procedure.ToProto() },
            ct);
    }
}

internal sealed class RecordBidValidator : AbstractValidator<RecordBidRequest>
{
    public RecordBidValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Bid).NotNull().ChildRules(bid =>
        {
            bid.RuleFor(b => b.ProviderId).IsUuid();
            bid.RuleFor(b => b.LotNumber).IsLine(ContractRules.MostPlaceCharacters);
            bid.RuleFor(b => b.TariffCents).InclusiveBetween(1, ContractRules.MostTariffCents);
            bid.RuleFor(b => b.ReceivedDate).IsDayOrAbsent();
        });
    }
}
