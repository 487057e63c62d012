using FluentValidation;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Ocds;
using Regio.Procurement.Persistence;
using Regio.Procurement.Tariffs;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Contracts;

/// <summary>Ends lines of a signed contract and adds others, each with its first tariff, by addendum.</summary>
internal sealed class AmendContract(
    ProcurementDbContext db,
    CatalogueReader reader,
    DraftLines draftLines,
    StoredReleases releases,
    IdempotentRequests<ProcurementDbContext> requests,
    TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.ContractService/AmendContract";

    public Task<AmendContractResponse> RunAsync(AmendContractRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => AmendAsync(request, caller, token), ct);

    private async Task<AmendContractResponse> AmendAsync(AmendContractRequest request, string caller, CancellationToken ct)
    {
        var contract = await db.ToChangeAsync(request.Id, request.Etag, ct);
        var catalogue = await reader.ReadAsync(ct);
        var now = time.StorableNow();
        var effective = request.EffectiveDate.ToDateOnly();
        var added = await draftLines.MakeAsync(request.AddedLines, catalogue, new LinePath("added_lines", contract.NextPosition), now, ct);
        contract.Amend(
            new AddendumFact(Guid.CreateVersion7(now), effective, time.DutchToday(), request.Reason.Trim(), caller, now),
            [.. request.EndedLineIds.Select(id => Guid.ParseExact(id, "D"))],
            added,
            catalogue);

        db.AddRange(added.Select(line => Tariffs.Tariff.Agreed(
            Guid.CreateVersion7(now), new TariffSubject(contract.Id, line.Id, contract.ProviderId, line.Unit), line.TariffCents, line.Validity, caller, now)));
        await releases.AddAsync(contract, ct);
        db.Publish(ContractEvents.Amended(contract, catalogue), contract.Id.ToString("D"));
        return new AmendContractResponse { Contract = contract.ToProto() };
    }
}

internal sealed class AmendContractValidator : AbstractValidator<AmendContractRequest>
{
    public AmendContractValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.EffectiveDate).IsDay();
        RuleFor(r => r.Reason).IsLine(ContractRules.MostReasonCharacters);
        RuleFor(r => r.EndedLineIds).Must(ids => ids.Count <= ContractRules.MostLines).WithMessage($"Give at most {ContractRules.MostLines} lines.");
        RuleForEach(r => r.EndedLineIds).IsUuid();
        RuleFor(r => r.AddedLines).Must(lines => lines.Count <= ContractRules.MostLines).WithMessage($"Give at most {ContractRules.MostLines} lines.");
        RuleForEach(r => r.AddedLines).SetValidator(new ContractLineValidator()).When(r => r.AddedLines.Count <= ContractRules.MostLines);
    }
}
