using FluentValidation;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Ceilings;

/// <summary>Records spend: takes the good rows and names the bad ones.</summary>
internal sealed class RecordSpend(StoredSpend store, IdempotentRequests<ProcurementDbContext> requests)
{
    private const string Rpc = "regio.procurement.v1.CeilingService/RecordSpend";

    public Task<RecordSpendResponse> RunAsync(RecordSpendRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => RecordAsync(request.Rows, token), ct);

    private async Task<RecordSpendResponse> RecordAsync(IReadOnlyList<SpendRow> rows, CancellationToken ct)
    {
        var checks = await store.ChecksAsync(rows.Select(row => row.ContractId), ct);
        var response = new RecordSpendResponse();
        var good = new List<SpendEntry>();
        foreach (var (row, place) in rows.Select((row, place) => (row, place)))
        {
            var (entry, faults) = checks.Check(new RawSpend(row.ContractId, row.ProductId, row.MunicipalityId, row.Month.ToDateOnly(), row.Cents, row.AlwaysPaid));
            if (entry is not null)
                good.Add(entry);
            else
                response.RejectedRows.Add(new RejectedSpendRow { Place = place, Field = faults[0].Field, Reason = faults[0].Rule.Code });
        }

        // The last of two rows for the same counts, as it would in two requests.
        await store.StoreAsync([.. good.GroupBy(entry => entry.Key).Select(same => same.Last())], ct);
        response.Taken = good.Count;
        return response;
    }
}

internal sealed class RecordSpendValidator : AbstractValidator<RecordSpendRequest>
{
    public RecordSpendValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Rows).Must(rows => rows.Count is > 0 and <= SpendRules.MostRows).WithMessage($"Give 1 to {SpendRules.MostRows} rows.");
        RuleForEach(r => r.Rows).SetValidator(new SpendRowValidator()).When(r => r.Rows.Count <= SpendRules.MostRows);
    }
}

/// <summary>The form of a row; whether what it names exists is answered by row.</summary>
internal sealed class SpendRowValidator : AbstractValidator<SpendRow>
{
    public SpendRowValidator()
    {
        RuleFor(r => r.ContractId).IsUuid();
        RuleFor(r => r.ProductId).IsLine(CatalogueMapping.MostCodeCharacters);
        RuleFor(r => r.MunicipalityId).IsMunicipalityId();
        RuleFor(r => r.Month).IsDay();
    }
}
