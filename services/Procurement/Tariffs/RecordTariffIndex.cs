using FluentValidation;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Facts;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Tariffs;

/// <summary>Records a published index figure.</summary>
internal sealed class RecordTariffIndex(ProcurementDbContext db, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.TariffService/RecordTariffIndex";

    public Task<RecordTariffIndexResponse> RunAsync(RecordTariffIndexRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, _ => Task.FromResult(Record(request.Index, caller)), ct);

    private RecordTariffIndexResponse Record(V1.TariffIndex asked, string caller)
    {
        var now = time.StorableNow();
        var index = new TariffIndex
        {
            Id = Guid.CreateVersion7(now),
            Kind = (TariffIndexKind)asked.Kind,
            Year = asked.Year,
            ForecastPercent = TariffMapping.Percent(asked.ForecastPercent),
            DefinitivePercent = asked.DefinitivePercent.Length == 0 ? null : TariffMapping.Percent(asked.DefinitivePercent),
            Source = new Source(asked.Source.Title.Trim(), asked.Source.Place.Trim()),
            RecordedAt = now,
            RecordedBy = caller,
        };
        db.Add(index);
        return new RecordTariffIndexResponse { Index = index.ToProto() };
    }
}

internal sealed class RecordTariffIndexValidator : AbstractValidator<RecordTariffIndexRequest>
{
    private const decimal Bound = 100m;

    public RecordTariffIndexValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Index).NotNull().ChildRules(index =>
        {
            index.RuleFor(i => i.Kind).IsInEnum().NotEqual(V1.TariffIndexKind.Unspecified).WithMessage("Give wage or material.");
            index.RuleFor(i => i.Year).InclusiveBetween(PreviewIndexation.FirstYear, PreviewIndexation.LastYear);
            index.RuleFor(i => i.ForecastPercent).IsPercent(-Bound, Bound);
            index.RuleFor(i => i.DefinitivePercent).IsPercent(-Bound, Bound).When(i => i.DefinitivePercent.Length > 0);
            index.RuleFor(i => i.Source).NotNull();
            index.RuleFor(i => i.Source).SetValidator(new SourceValidator());
        });
    }
}
