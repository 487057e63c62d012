using Microsoft.EntityFrameworkCore;
using Regio.Procurement.Persistence;
using Regio.Procurement.Terms;
using Regio.ServiceDefaults.Time;

namespace Regio.Procurement.CareOrders.Retention;

/// <summary>
/// Finds the messages whose files may be destroyed on a day. Until when a file is needed is told by the database
/// (<c>care_file_last_day</c>), which refuses an earlier destruction by the same words.
/// </summary>
internal sealed class DueCareFiles(ProcurementDbContext db, TermReader terms)
{
    /// <summary>The setting of the term on a day.</summary>
    public async Task<TermSetting> SettingAsync(DateOnly today, CancellationToken ct) => (await terms.ReadAsync(ct)).SettingOn(Term.CareFileYears, today);

    /// <summary>The messages whose files are kept.</summary>
    public IQueryable<CareMessage> Kept() => db.Set<CareMessage>().AsNoTracking().Where(message => message.DestroyedOn == null);

    /// <summary>Those of them whose term has passed.</summary>
    public IQueryable<CareMessage> Due(DateOnly today, TermSetting setting)
    {
        var firstKept = KeptYears.FirstKept(today, setting.Value);
        return db.Set<CareMessage>()
            .FromSql($"select * from care_message where destroyed_on is null and received_at < {firstKept.InDutchTime()} and care_file_last_day(id) < {firstKept}")
            .AsNoTracking();
    }
}
