using FluentValidation;
using Regio.Procurement.Catalogue;
using Regio.Procurement.Persistence;
using Regio.Procurement.Terms;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Contracts;

/// <summary>Changes the fields of a draft that the mask names.</summary>
internal sealed class UpdateContract(
    ProcurementDbContext db,
    CatalogueReader reader,
    DraftLines draftLines,
    TermReader termReader,
    IdempotentRequests<ProcurementDbContext> requests,
    TimeProvider time)
{
    public const string Subject = "subject";
    public const string Period = "period";
    public const string Lines = "lines";
    public const string Clocks = "clocks";
    private const string Rpc = "regio.procurement.v1.ContractService/UpdateContract";

    public Task<UpdateContractResponse> RunAsync(UpdateContractRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => ChangeAsync(request, token), ct);

    private async Task<UpdateContractResponse> ChangeAsync(UpdateContractRequest request, CancellationToken ct)
    {
        var asked = request.Contract;
        var paths = FieldMasks.Paths(request.UpdateMask, Subject, Period, Lines, Clocks);
        var contract = await db.ToChangeAsync(asked.Id, asked.Etag, ct, "contract.id", "contract.etag");
        var catalogue = await reader.ReadAsync(ct);
        var clocks = ContractClocks.Default(await termReader.ReadAsync(ct), time.DutchToday());
        contract.Change(
            new ContractTerms(
                paths.Contains(Subject) ? asked.Subject.Trim() : contract.Subject,
                paths.Contains(Period) ? asked.Period.ToValidity() : contract.Validity,
                paths.Contains(Lines) ? await draftLines.MakeAsync(asked.Lines, catalogue, DraftLines.Drafted, time.StorableNow(), ct) : contract.Lines,
                paths.Contains(Clocks) ? asked.Clocks.ToDomain(clocks) : contract.Clocks),
            catalogue);
        return new UpdateContractResponse { Contract = contract.ToProto() };
    }
}

internal sealed class UpdateContractValidator : AbstractValidator<UpdateContractRequest>
{
    public UpdateContractValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Contract).NotNull();
        When(r => r.Contract is not null, () =>
        {
            RuleFor(r => r.Contract.Id).IsUuid();
            RuleFor(r => r.Contract.Subject).IsLine(ContractRules.MostSubjectCharacters).When(r => r.UpdateMask.Names(UpdateContract.Subject));
            RuleFor(r => r.Contract.Period).IsPeriod().When(r => r.UpdateMask.Names(UpdateContract.Period));
            RuleFor(r => r.Contract.Clocks).SetValidator(new ContractClocksValidator()).When(r => r.UpdateMask.Names(UpdateContract.Clocks));
            When(r => r.UpdateMask.Names(UpdateContract.Lines), () =>
            {
                RuleFor(r => r.Contract.Lines).Must(lines => lines.Count is > 0 and <= ContractRules.MostLines)
                    .WithMessage($"Give 1 to {ContractRules.MostLines} lines.");
                RuleForEach(r => r.Contract.Lines).SetValidator(new ContractLineValidator()).When(r => r.Contract.Lines.Count <= ContractRules.MostLines);
            });
        });
    }
}
