using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Persistence;
using Regio.Procurement.Providers;
using Regio.Procurement.Terms;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;
using Term = Regio.Procurement.Terms.Term;

namespace Regio.Procurement.Supply;

/// <summary>Records what a provider can take on of a product.</summary>
internal sealed class RecordSupply(ProcurementDbContext db, TermReader terms, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.SupplyService/RecordSupply";

    public Task<RecordSupplyResponse> RunAsync(RecordSupplyRequest request, ProviderScope scope, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => RecordAsync(request.Report, scope, token), ct);

    private async Task<RecordSupplyResponse> RecordAsync(V1.SupplyReport asked, ProviderScope scope, CancellationToken ct)
    {
        var provider = Guid.ParseExact(asked.ProviderId, "D");
        if (!scope.Allows(provider) || !await db.Set<Providers.Provider>().AnyAsync(p => p.Id == provider, ct))
            throw ProviderRules.NotFound(asked.ProviderId, "report.provider_id");
        if (!await db.Set<Catalogue.Product>().AnyAsync(p => p.Id == asked.ProductId, ct))
            throw new DomainException(CatalogueRules.ProductUnknown, "report.product_id", new Dictionary<string, string> { ["product_id"] = asked.ProductId });
        var (today, now) = (time.DutchToday(), time.StorableNow());
        var report = SupplyReport.Record(Guid.CreateVersion7(now), (provider, asked.ProductId), asked.MeasuredDate.ToDateOnly(), asked.ToNumbers(), (today, now));
        db.Add(report);
        return new RecordSupplyResponse { Report = report.ToProto(today, (await terms.ReadAsync(ct)).On(Term.SupplyStaleDays, today)) };
    }
}

internal sealed class RecordSupplyValidator : AbstractValidator<RecordSupplyRequest>
{
    public RecordSupplyValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Report).NotNull().ChildRules(report =>
        {
            report.RuleFor(r => r.ProviderId).IsUuid();
            report.RuleFor(r => r.ProductId).IsLine(CatalogueMapping.MostCodeCharacters);
            report.RuleFor(r => r.MeasuredDate).IsDay();
            report.RuleFor(r => r.Places).InclusiveBetween(0, SupplyRules.MostCount);
            report.RuleFor(r => r.FreePlaces).InclusiveBetween(0, SupplyRules.MostCount);
            report.RuleFor(r => r.WaitingClients).InclusiveBetween(0, SupplyRules.MostCount);
            report.RuleFor(r => r.WaitingDays).InclusiveBetween(0, SupplyRules.MostWaitingDays);
        });
    }
}
