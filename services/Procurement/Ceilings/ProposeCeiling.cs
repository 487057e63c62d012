using FluentValidation;
using Regio.Procurement.Contracts;
using Regio.Procurement.Persistence;
using Regio.Procurement.Terms;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.Ceilings;

/// <summary>Records the intention to set a ceiling for a signed contract.</summary>
internal sealed class ProposeCeiling(ProcurementDbContext db, TermReader termReader, IdempotentRequests<ProcurementDbContext> requests, TimeProvider time)
{
    private const string Rpc = "regio.procurement.v1.CeilingService/ProposeCeiling";

    public Task<ProposeCeilingResponse> RunAsync(ProposeCeilingRequest request, string caller, CancellationToken ct) =>
        requests.RunAsync(Rpc, caller, request.RequestId, request, token => ProposeAsync(request.Ceiling, token), ct);

    private async Task<ProposeCeilingResponse> ProposeAsync(V1.Ceiling asked, CancellationToken ct)
    {
        var contractId = Guid.ParseExact(asked.ContractId, "D");
        var contract = await db.ContractToLimitAsync(contractId, ct) ?? throw ContractRules.NotFound(asked.ContractId, "ceiling.contract_id");
        if (contract.State == Contracts.ContractState.Draft)
            throw new DomainException(CeilingRules.ContractNotInForce, "ceiling.contract_id", new Dictionary<string, string> { ["state"] = "draft" });
        var validity = asked.Period.ToValidity();
        Ceiling.RequirePeriod(validity, contract.Validity);

        var now = time.StorableNow();
        var clocks = CeilingClocks.Default(await termReader.ReadAsync(ct), time.DutchToday());
        var ceiling = Ceiling.Intend(
            Guid.CreateVersion7(now), (contract.Id, contract.ProviderId), validity, asked.AmountCents, asked.Clocks.ToDomain(clocks), asked.AlwaysPaidClause.Trim(), (time.DutchToday(), now));
        var (counted, alwaysPaid) = await db.SpentAsync(ceiling, ct);
        ceiling.Count(counted, alwaysPaid, time.DutchToday());
        db.Add(ceiling);
        db.Publish(ceiling.ToEvent(now), ceiling.Id.ToString("D"));
        return new ProposeCeilingResponse { Ceiling = ceiling.ToProto() };
    }
}

internal sealed class ProposeCeilingValidator : AbstractValidator<ProposeCeilingRequest>
{
    private const int Whole = 100;

    public ProposeCeilingValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Ceiling).NotNull().ChildRules(ceiling =>
        {
            ceiling.RuleFor(c => c.ContractId).IsUuid();
            ceiling.RuleFor(c => c.Period).IsPeriod();
            ceiling.RuleFor(c => c.AmountCents).InclusiveBetween(1, CeilingRules.MostCents);
            ceiling.RuleFor(c => c.AlwaysPaidClause).IsLineOrEmpty(CeilingRules.MostTextCharacters);
            ceiling.When(c => c.Clocks is not null, () =>
            {
                ceiling.RuleFor(c => c.Clocks.WarningPercent).InclusiveBetween(0, Whole);
                ceiling.RuleFor(c => c.Clocks.ViewDays).InclusiveBetween(0, CeilingRules.MostDays);
                ceiling.RuleFor(c => c.Clocks.MeetingDays).InclusiveBetween(0, CeilingRules.MostDays);
            });
        });
    }
}
