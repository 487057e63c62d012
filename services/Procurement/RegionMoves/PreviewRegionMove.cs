using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.V1;
using Regio.ServiceDefaults.Grpc;
using Ceiling = Regio.Procurement.Ceilings.Ceiling;
using CeilingState = Regio.Procurement.Ceilings.CeilingState;

namespace Regio.Procurement.RegionMoves;

/// <summary>What a planned move would do as things stand.</summary>
internal sealed class PreviewRegionMove(ProcurementDbContext db, RegionMoveReader reader)
{
    private const int MostNotices = 500;

    public async Task<PreviewRegionMoveResponse> RunAsync(PreviewRegionMoveRequest request, CancellationToken ct)
    {
        var move = await reader.ReadAsync(request.Id, ct);
        move.RequirePlanned();
        var plan = await reader.PlanAsync(move, ct);
        return new PreviewRegionMoveResponse
        {
            Executable = plan is { IsOrganisationUnknown: false, MissingMembers.Count: 0, Undecided: 0 },
            EarliestDate = move.Earliest(await reader.AheadDaysAsync(ct)).ToProto(),
            Conflicts = { plan.Conflicts.Select(conflict => conflict.ToProto(plan)) },
            UndecidedConflicts = plan.Undecided,
            OrganisationUnknown = plan.IsOrganisationUnknown,
            MissingMunicipalityIds = { plan.MissingMembers },
            Contracts = plan.Steps.Select(step => step.Line.ContractId).Distinct().Count(),
            ContinuingLines = plan.Steps.Count(step => step.Effect == MoveEffect.Continues),
            JoiningLines = plan.Steps.Count(step => step.Effect == MoveEffect.Joins),
            SplittingLines = plan.Steps.Count(step => step.Effect == MoveEffect.Splits),
            NewExceptions = plan.Steps.Where(step => step.Line.Exception is null).Sum(step => step.Successors.Count(successor => successor.Exception is not null)),
            Ceilings = { await CeilingsAsync(move, plan, ct) },
            Notices = { await NoticesAsync(move, ct) },
        };
    }

    private async Task<IEnumerable<V1.RegionMoveCeiling>> CeilingsAsync(RegionMove move, RegionMovePlan plan, CancellationToken ct)
    {
        var (gives, takes) = plan.Shifts();
        var touched = plan.Steps.Select(step => step.Line.ContractId).Concat(takes).Distinct().ToList();
        var ceilings = await db.Set<Ceiling>().AsNoTracking().Where(c => touched.Contains(c.ContractId) && c.State != CeilingState.Closed).OrderBy(c => c.Id).ToListAsync(ct);
        return ceilings.Where(ceiling => ceiling.Validity.Until is not { } until || until > move.MovesOn).Select(ceiling => new V1.RegionMoveCeiling
        {
            CeilingId = ceiling.Id.ToString("D"),
            ContractId = ceiling.ContractId.ToString("D"),
            AmountCents = ceiling.AmountCents,
            CountedCents = ceiling.CountedCents,
            Period = ceiling.Validity.ToProto(),
            Effect = takes.Contains(ceiling.ContractId) ? RegionMoveCeilingEffect.TakesOn
                : gives.Contains(ceiling.ContractId) ? RegionMoveCeilingEffect.GivesAway
                : RegionMoveCeilingEffect.GoesOn,
        });
    }

    private async Task<IEnumerable<RegionMoveNotice>> NoticesAsync(RegionMove move, CancellationToken ct)
    {
        string[] from = [.. move.FromBuyers];
        var day = move.MovesOn;
        var found = await db.Database.SqlQuery<Notice>(
            $"""
             select 'DraftContract' as "Kind", c.id as "Id" from contract c
             where c.state = 'Draft' and exists (select from contract_line l where l.contract_id = c.id and l.buyer_id = any({from}) and l.validity && daterange({day}, null))
             union all
             select 'ProposedTariff', t.id from tariff t join contract_line l on l.id = t.line_id
             where t.state in ('Draft', 'Substantiated') and l.buyer_id = any({from}) and t.validity && daterange({day}, null) and l.active && daterange({day}, null)
             union all
             select 'Procedure', p.id from procedure p where p.buyer_id = any({from}) and p.state not in ('Concluded', 'Withdrawn')
             union all
             select 'Funding', f.id from provider_funding f where f.payer_id = any({from}) and f.validity && daterange({day}, null)
             union all
             select 'Subsidy', s.id from subsidy s where s.grantor_id = any({from}) and s.validity && daterange({day}, null) and s.state in ('Applied', 'Granted', 'Accounted')
             order by 1, 2 limit {MostNotices}
             """).ToListAsync(ct);
        return found.Select(notice => new RegionMoveNotice { Kind = Enum.Parse<RegionMoveNoticeKind>(notice.Kind), SubjectId = notice.Id.ToString("D") });
    }

    private sealed record Notice(string Kind, Guid Id);
}

internal sealed class PreviewRegionMoveValidator : AbstractValidator<PreviewRegionMoveRequest>
{
    public PreviewRegionMoveValidator() => RuleFor(r => r.Id).IsUuid();
}
