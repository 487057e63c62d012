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

namespace Regio.Procurement.Ceilings;

/// <summary>Records that a provider takes no new clients.</summary>
internal sealed class RecordClientStop(ProcurementDbContext db, TermReader termReader, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.CeilingService/RecordClientStop";

    public Task<RecordClientStopResponse> RunAsync(RecordClientStopRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => RecordAsync(request.ClientStop, token), ct);

    private async Task<RecordClientStopResponse> RecordAsync(V1.ClientStop asked, CancellationToken ct)
    {
        var provider = Guid.ParseExact(asked.ProviderId, "D");
        if (!await db.Set<Providers.Provider>().AnyAsync(p => p.Id == provider, ct))
            throw ProviderRules.NotFound(asked.ProviderId, "client_stop.provider_id");
        var product = asked.ProductId.Length == 0 ? null : asked.ProductId;
        if (product is not null && !await db.Set<Catalogue.Product>().AnyAsync(p => p.Id == product, ct))
            throw new DomainException(CatalogueRules.ProductUnknown, "client_stop.product_id", new Dictionary<string, string> { ["product_id"] = product });

        var now = time.StorableNow();
        var announced = asked.AnnouncedDate.ToDateOnly();
        var noticeDays = asked.NoticeDays > 0 ? asked.NoticeDays : (await termReader.ReadAsync(ct)).On(Term.ClientStopNoticeDays, announced);
        var stop = ClientStop.Record(
            Guid.CreateVersion7(now), provider, product, asked.Location.Trim(), (ClientStopDeclarer)asked.Declarer,
            announced, asked.Period.ToValidity(), asked.Ground.Trim(), noticeDays, now);
        db.Add(stop);
        db.Publish(stop.ToEvent(now), stop.Id.ToString("D"));
        return new RecordClientStopResponse { ClientStop = stop.ToProto() };
    }
}

internal sealed class RecordClientStopValidator : AbstractValidator<RecordClientStopRequest>
{
    public RecordClientStopValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.ClientStop).NotNull().ChildRules(stop =>
        {
            stop.RuleFor(s => s.ProviderId).IsUuid();
            stop.RuleFor(s => s.ProductId).IsLineOrEmpty(CatalogueMapping.MostCodeCharacters);
            stop.RuleFor(s => s.Location).IsLineOrEmpty(CatalogueMapping.MostNameCharacters);
            stop.RuleFor(s => s.Declarer).IsInEnum().NotEqual(V1.ClientStopDeclarer.Unspecified).WithMessage("Say who declared it.");
            stop.RuleFor(s => s.AnnouncedDate).IsDay();
            stop.RuleFor(s => s.Period).IsPeriod();
            stop.RuleFor(s => s.Ground).IsLine(CeilingRules.MostTextCharacters);
            stop.RuleFor(s => s.NoticeDays).InclusiveBetween(0, CeilingRules.MostDays);
        });
    }
}
