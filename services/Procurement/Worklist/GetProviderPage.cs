using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Ceilings;
using Regio.Procurement.Contracts;
using Regio.Procurement.Funding;
using Regio.Procurement.Management;
using Regio.Procurement.Persistence;
using Regio.Procurement.Providers;
using Regio.Procurement.Providers.Admissions;
using Regio.Procurement.Providers.Facts;
using Regio.Procurement.Supply;
using Regio.Procurement.Terms;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using CareForm = Regio.Procurement.Providers.Facts.CareForm;
using CeilingState = Regio.Procurement.Ceilings.CeilingState;
using Certificate = Regio.Procurement.Providers.Facts.Certificate;
using ClientStop = Regio.Procurement.Ceilings.ClientStop;
using ContinuitySignal = Regio.Procurement.Providers.Facts.ContinuitySignal;
using ContractReview = Regio.Procurement.Management.ContractReview;
using EssentialSupply = Regio.Procurement.Providers.Facts.EssentialSupply;
using ImprovementPlan = Regio.Procurement.Management.ImprovementPlan;
using Obligation = Regio.Procurement.Management.Obligation;
using Provider = Regio.Procurement.Providers.Provider;
using Subcontract = Regio.Procurement.Providers.Facts.Subcontract;
using Supervision = Regio.Procurement.Providers.Facts.Supervision;
using SupervisionMeasure = Regio.Procurement.Providers.Facts.SupervisionMeasure;
using Term = Regio.Procurement.Terms.Term;

namespace Regio.Procurement.Worklist;

/// <summary>All about one provider on a day.</summary>
internal sealed class GetProviderPage(
    ProcurementDbContext db, WorkReader work, SupplyReader supply, AdmissionReader admissions, OtherMoneyReader moneys, TermReader terms, TimeProvider time)
{
    private const int Most = 200;
    private const int LastReviews = 10;

    public async Task<GetProviderPageResponse> RunAsync(GetProviderPageRequest request, ProviderScope scope, string? municipality, CancellationToken ct)
    {
        var (id, day) = (Guid.ParseExact(request.Id, "D"), AsOf.OrToday(request.AsOf, time));
        var provider = scope.Allows(id) ? await db.Set<Provider>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) : null;
        if (provider is null)
            throw ProviderRules.NotFound(request.Id, "id");
        var book = await terms.ReadAsync(ct);
        var (ahead, staleDays) = (book.On(Term.WorklistDays, day), book.On(Term.SupplyStaleDays, day));
        var clocks = await work.ReadAsync(new WorkQuestion(day, day.AddDays(ahead)) { ProviderId = id, MunicipalityId = municipality }, Most, ct);
        var money = await moneys.ReadAsync(id, day, Most, ct);
        var admission = await admissions.ReadAsync(id, ct);
        var supervision = await SupervisionAsync(id, ct);
        var heightened = supervision.Exists(s => s.Measure == SupervisionMeasure.Heightened && s.Validity.Contains(day));
        return new GetProviderPageResponse
        {
            Standing = (V1.ProviderStanding)Standings.Of(admission.On(day), await DeliversAsync(id, day, ct), heightened),
            Admission = { admission.Steps.Select(step => step.ToProto()) },
            CareForms = { (await CareFormsAsync(id, day, ct)).Select(form => form.ToProto()) },
            Subcontracts = { (await SubcontractsAsync(id, day, ct)).Select(subcontract => subcontract.ToProto()) },
            Supervision = { supervision.Select(s => s.ToProto()) },
            Provider = provider.ToProto(),
            Contracts = { (await ContractsAsync(id, day, ct)).Select(c => c.ToProto()) },
            Ceilings = { (await CeilingsAsync(id, ct)).Select(c => c.ToProto()) },
            ClientStops = { (await StopsAsync(id, day, ct)).Select(s => s.ToProto()) },
            Certificates = { (await db.Set<Certificate>().AsNoTracking().Where(c => c.ProviderId == id).OrderByDescending(c => c.Id).Take(Most).ToListAsync(ct)).Select(c => c.ToProto()) },
            // What the region worries about is not told to the provider by its page.
            Signals = { scope.ProviderId is null ? (await SignalsAsync(id, day, ct)).Select(s => s.ToProto()) : [] },
            EssentialSupply = { (await EssentialAsync(id, day, ct)).Select(s => s.ToProto()) },
            ImprovementPlans = { (await PlansAsync(id, ct)).Select(p => p.ToProto()) },
            Obligations = { (await ObligationsAsync(id, ct)).Select(o => o.ToProto()) },
            Reviews = { (await db.Set<ContractReview>().AsNoTracking().Where(r => r.ProviderId == id).OrderByDescending(r => r.HeldOn).ThenByDescending(r => r.Id).Take(LastReviews).ToListAsync(ct)).Select(r => r.ToProto()) },
            Supply = { (await supply.LastAsync(day, id, product: "", after: null, Most, ct)).Select(r => r.ToProto(day, staleDays)) },
            Subsidies = { money.Subsidies.Select(subsidy => subsidy.ToProto()) },
            Funding = { money.Funding.Select(funding => funding.ToYear(day.Year)) },
            OtherMoney = money.ToProto(),
            Clocks = { clocks.Where(c => scope.ProviderId is null || c.Kind != nameof(WorkKind.SignalFollowUp)).Select(c => c.ToProto(day)) },
        };
    }

    private Task<bool> DeliversAsync(Guid provider, DateOnly day, CancellationToken ct) =>
        db.Set<Contracts.ContractLine>().FromSql($"select * from contract_line where provider_id = {provider} and active @> {day}").AnyAsync(ct);

    private Task<List<Supervision>> SupervisionAsync(Guid provider, CancellationToken ct) =>
        db.Set<Supervision>().AsNoTracking().Where(s => s.ProviderId == provider).OrderByDescending(s => s.Id).Take(Most).ToListAsync(ct);

    private Task<List<CareForm>> CareFormsAsync(Guid provider, DateOnly day, CancellationToken ct) =>
        db.Set<CareForm>().FromSql($"select * from care_form where provider_id = {provider} and validity @> {day}").AsNoTracking().OrderBy(f => f.Id).Take(Most).ToListAsync(ct);

    private Task<List<Subcontract>> SubcontractsAsync(Guid provider, DateOnly day, CancellationToken ct) =>
        db.Set<Subcontract>().FromSql($"select * from subcontract where provider_id = {provider} and validity @> {day}")
            .AsNoTracking().OrderBy(s => s.Name).ThenBy(s => s.Id).Take(Most).ToListAsync(ct);

    private Task<List<Contracts.Contract>> ContractsAsync(Guid provider, DateOnly day, CancellationToken ct) =>
        db.Set<Contracts.Contract>()
            .FromSql($"select * from contract where provider_id = {provider} and (upper_inf(validity) or coalesce(end_date, upper(validity)) > {day})")
            .AsNoTracking().OrderByDescending(c => c.Id).Take(Most).Include(c => c.Lines).Include(c => c.Addenda).AsSplitQuery().ToListAsync(ct);

    private Task<List<Ceilings.Ceiling>> CeilingsAsync(Guid provider, CancellationToken ct) =>
        db.Set<Ceilings.Ceiling>().AsNoTracking().Where(c => c.ProviderId == provider && c.State != CeilingState.Closed)
            .OrderByDescending(c => c.Id).Take(Most).Include(c => c.Decisions).AsSplitQuery().ToListAsync(ct);

    private Task<List<ContinuitySignal>> SignalsAsync(Guid provider, DateOnly day, CancellationToken ct) =>
        db.Set<ContinuitySignal>().AsNoTracking().Where(s => s.ProviderId == provider && s.NotedOn <= day && (s.ClosedOn == null || s.ClosedOn > day))
            .OrderByDescending(s => s.Id).Take(Most).ToListAsync(ct);

    private Task<List<ImprovementPlan>> PlansAsync(Guid provider, CancellationToken ct) =>
        db.Set<ImprovementPlan>().AsNoTracking().Where(p => p.ProviderId == provider && p.ClosedOn == null).OrderByDescending(p => p.Id).Take(Most).ToListAsync(ct);

    private Task<List<Obligation>> ObligationsAsync(Guid provider, CancellationToken ct) =>
        db.Set<Obligation>().AsNoTracking().Where(o => o.ProviderId == provider && o.SettledOn == null).OrderByDescending(o => o.Id).Take(Most).ToListAsync(ct);

    private Task<List<ClientStop>> StopsAsync(Guid provider, DateOnly day, CancellationToken ct) =>
        db.Set<ClientStop>().FromSql($"select * from client_stop where provider_id = {provider} and validity @> {day}")
            .AsNoTracking().OrderByDescending(s => s.Id).Take(Most).ToListAsync(ct);

    private Task<List<EssentialSupply>> EssentialAsync(Guid provider, DateOnly day, CancellationToken ct) =>
        db.Set<EssentialSupply>().FromSql($"select * from essential_supply where provider_id = {provider} and validity @> {day}")
            .AsNoTracking().OrderByDescending(s => s.Id).Take(Most).ToListAsync(ct);
}

internal sealed class GetProviderPageValidator : AbstractValidator<GetProviderPageRequest>
{
    public GetProviderPageValidator()
    {
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.AsOf).IsDayOrAbsent();
    }
}
