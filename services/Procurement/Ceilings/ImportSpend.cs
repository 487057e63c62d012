using FluentValidation;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Procurement.Ceilings;

/// <summary>Records spend from a file: all of it or, when asked, what is right of it.</summary>
internal sealed class ImportSpend(StoredSpend store, IdempotentRequests<ProcurementDbContext> requests)
{
    private const string Rpc = "regio.procurement.v1.CeilingService/ImportSpend";
    private const int MostFaults = 1_000;

    public Task<ImportSpendResponse> RunAsync(ImportSpendRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => ImportAsync(request, token), ct);

    private async Task<ImportSpendResponse> ImportAsync(ImportSpendRequest request, CancellationToken ct)
    {
        using var content = new MemoryStream(request.Content.ToByteArray(), writable: false);
        var lines = SpendFile.Read(content).ToList();
        var checks = await store.ChecksAsync(lines.Select(line => line.Row?.ContractId ?? ""), ct);
        var good = new Dictionary<SpendKey, SpendEntry>();
        var faults = new List<SpendRowFault>();
        foreach (var line in lines)
            faults.AddRange(Faults(line, checks, good));

        var keep = !request.Preview && (faults.Count == 0 || (request.SkipRefusedRows && !lines.Exists(IsUnreadable)));
        if (keep)
            await store.StoreAsync(good.Values, ct);
        return new ImportSpendResponse
        {
            Stored = keep,
            RowCount = lines.Count(line => line.Fault?.Rule != SpendRules.ColumnMissing),
            TakenCount = good.Count,
            RefusedCount = faults.Select(fault => fault.Line).Distinct().Count(),
            Faults = { faults.Take(MostFaults) },
        };
    }

    private static IEnumerable<SpendRowFault> Faults(SpendLine line, SpendChecks checks, Dictionary<SpendKey, SpendEntry> good)
    {
        if (line.Row is not { } row)
            return [Fault(line, line.Fault!.Value.Column, line.Fault.Value.Rule)];
        var (entry, faults) = checks.Check(row);
        return entry is not null && !good.TryAdd(entry.Key, entry)
            ? [Fault(line, "", SpendRules.RowDouble)]
            : faults.Select(fault => Fault(line, SpendFile.Columns[fault.Field], fault.Rule));
    }

    private static SpendRowFault Fault(SpendLine line, string column, Rule rule) =>
        new() { Line = line.Line, Column = column, Reason = rule.Code, Message = rule.Dutch };

    // After such a line nothing more of the file was read.
    private static bool IsUnreadable(SpendLine line) =>
        line.Fault is var (_, rule) && (rule == SpendRules.ColumnMissing || rule == SpendRules.FileMalformed);
}

internal sealed class ImportSpendValidator : AbstractValidator<ImportSpendRequest>
{
    public ImportSpendValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Content).Must(content => content.Length is > 0 and <= SpendRules.MostBytes)
            .WithMessage($"Give a file of 1 to {SpendRules.MostBytes} bytes.");
    }
}
