using Microsoft.EntityFrameworkCore;
using Regio.Reporting.Persistence;
using Regio.ServiceDefaults.Errors;

namespace Regio.Reporting.Rebuild;

/// <summary>The tables of the projection as one thing, to be held and emptied.</summary>
internal static class ProjectionTables
{
    private const long LockKey = 0x5245_4749_4F02;

    /// <summary>
    /// Keeps consumers out until the transaction ends, and no reader. Each consumer first writes to one of the tables
    /// named here, so none of them holds anything that the rebuild needs while it waits.
    /// </summary>
    public static async Task TakeAsync(ReportingDbContext db, CancellationToken ct)
    {
        var alone = await db.Database.SqlQuery<bool>($"""select pg_try_advisory_xact_lock({LockKey}) as "Value" """).SingleAsync(ct);
        if (!alone)
            throw new DomainException(RebuildRules.Running);
        await db.Database.ExecuteSqlAsync(
            $"lock table municipality, allocation_key, allocation, contract, expert_case, decision_round in share row exclusive mode", ct);
    }

    /// <summary>Deletes all rows, those that refer to others first. Readers go on seeing them until the commit.</summary>
    public static Task EmptyAsync(ReportingDbContext db, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
         delete from youth_count;
         delete from membership;
         delete from municipality;
         delete from allocation_key_weight;
         delete from allocation_key;
         delete from allocation_share;
         delete from allocation;
         delete from municipality_total;
         delete from sharer_set;
         delete from contract_line;
         delete from contract;
         delete from expert_case_step;
         delete from expert_case;
         delete from decision_round_body;
         delete from decision_round_remark;
         delete from decision_round_view;
         delete from decision_round_follow_up;
         delete from decision_round;
         """,
        ct);
}
