using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;

namespace Regio.Procurement.Worklist;

/// <summary>
/// Reads running clocks. Each is told by a view of the database from what its aggregate stores, so that none can be
/// forgotten by a command: a clock runs from <c>since</c> until <c>until</c>, and nothing has to stop it.
/// </summary>
internal sealed class WorkReader(ProcurementDbContext db)
{
    public Task<List<WorkItem>> ReadAsync(WorkQuestion asked, int most, CancellationToken ct)
    {
        var (after, kind, subject) = asked.After ?? (DateOnly.MinValue, "", Guid.Empty);
        return db.Database.SqlQuery<WorkItem>(
            $"""
             with clock as (
                 select * from running_clock_of_contract
                 union all select * from running_clock_of_provider
                 union all select * from running_clock_of_procedure
                 union all select * from running_clock_of_ceiling
                 union all select * from running_clock_of_client_stop
                 union all select * from running_clock_of_purchase_request
                 union all select * from running_clock_of_contract_management
                 union all select * from running_clock_of_tranche
                 union all select * from running_clock_of_succession
                 union all select * from running_clock_of_supply
                 union all select * from running_clock_of_subsidy
                 union all select * from running_clock_of_region_move
                 union all select * from running_clock_of_innovation
             )
             select c.kind as "Kind", c.subject_id as "SubjectId", c.subject as "Subject", c.provider_id as "ProviderId", p.name as "ProviderName",
                    c.municipality_id as "MunicipalityId", c.due_on as "DueOn", c.owner as "Owner"
             from clock c
             left join provider p on p.id = c.provider_id
             where c.since <= {asked.Day} and (c.until is null or c.until > {asked.Day}) and c.due_on <= {asked.DueUntil}
                 and (cardinality({asked.Kinds}) = 0 or c.kind = any({asked.Kinds}))
                 and ({asked.ProviderId}::uuid is null or c.provider_id = {asked.ProviderId}::uuid)
                 and ({asked.MunicipalityId}::text is null or c.municipality_id is null or c.municipality_id = {asked.MunicipalityId}::text)
                 and ({asked.Owner} = '' or c.owner = {asked.Owner})
                 and (c.due_on, c.kind, c.subject_id) > ({after}, {kind}, {subject})
             order by c.due_on, c.kind, c.subject_id
             limit {most}
             """).ToListAsync(ct);
    }
}
