using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Persistence;
using Regio.Procurement.Providers;
using Regio.Procurement.Terms;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;
using Provider = Regio.Procurement.Providers.Provider;

namespace Regio.Procurement.Contracts;

/// <summary>Drafts a contract, once per request id.</summary>
internal sealed class CreateContract(
    ProcurementDbContext db,
    CatalogueReader reader,
    DraftLines draftLines,
    TermReader termReader,
    IdempotentRequests<ProcurementDbContext> requests,
    TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.ContractService/CreateContract";

    public Task<CreateContractResponse> RunAsync(CreateContractRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => DraftAsync(request.Contract, caller, token), ct);

    private async Task<CreateContractResponse> DraftAsync(V1.Contract asked, string caller, CancellationToken ct)
    {
        var now = time.StorableNow();
        var providerId = Guid.ParseExact(asked.ProviderId, "D");
        if (!await db.Set<Provider>().AnyAsync(p => p.Id == providerId, ct))
            throw ProviderRules.NotFound(asked.ProviderId, "contract.provider_id");

        var catalogue = await reader.ReadAsync(ct);
        var clocks = ContractClocks.Default(await termReader.ReadAsync(ct), time.DutchToday());
        var lines = await draftLines.MakeAsync(asked.Lines, catalogue, DraftLines.Drafted, now, ct);
        var terms = new ContractTerms(asked.Subject.Trim(), asked.Period.ToValidity(), lines, asked.Clocks.ToDomain(clocks));
        var contract = Contract.Draft(Guid.CreateVersion7(now), providerId, terms, catalogue, caller, now, procedureId: null);
        db.Add(contract);
        return new CreateContractResponse { Contract = contract.ToProto() };
    }
}

internal sealed class CreateContractValidator : AbstractValidator<CreateContractRequest>
{
    public CreateContractValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Contract).NotNull().ChildRules(contract =>
        {
            contract.RuleFor(c => c.ProviderId).IsUuid();
            contract.RuleFor(c => c.Subject).IsLine(ContractRules.MostSubjectCharacters);
            contract.RuleFor(c => c.Period).IsPeriod();
            contract.RuleFor(c => c.Clocks).SetValidator(new ContractClocksValidator());
            contract.RuleFor(c => c.Lines).Must(lines => lines.Count is > 0 and <= ContractRules.MostLines)
                .WithMessage($"Give 1 to {ContractRules.MostLines} lines.");
            contract.RuleForEach(c => c.Lines).SetValidator(new ContractLineValidator()).When(c => c.Lines.Count <= ContractRules.MostLines);
        });
    }
}
