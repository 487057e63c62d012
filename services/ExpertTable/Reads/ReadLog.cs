using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.ExpertTable.Reads;

/// <summary>
/// Notes who is shown which case. To be awaited before the answer leaves: what cannot be logged is not shown. All lines of
/// one answer are one statement, whose rows wait for no other reader: they are linked into the chain afterwards.
/// </summary>
internal sealed class ReadLog(ExpertTableDbContext db, TimeProvider time)
{
    public async Task WriteAsync(CaseReader reader, IEnumerable<(Guid CaseId, Guid Pseudonym)> shown, CancellationToken ct)
    {
        var (cases, pseudonyms) = (new List<Guid>(), new List<Guid>());
        foreach (var (caseId, pseudonym) in shown)
        {
            cases.Add(caseId);
            pseudonyms.Add(pseudonym);
        }

        if (cases.Count == 0)
            return;
        var (purpose, ground) = (reader.Purpose.ToString(), reader.Ground.ToString());
        var trace = Activity.Current?.TraceId.ToHexString() ?? "";
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into case_read (case_id, subject_pseudonym, reader, role, purpose, ground, method, trace_id, read_at)
             select shown.case_id, shown.pseudonym, {reader.Subject}, {reader.Role}, {purpose}, {ground}, {reader.Method}, {trace}, {time.StorableNow()}
             from unnest({cases}, {pseudonyms}) with ordinality shown (case_id, pseudonym, place) order by shown.place
             """,
            ct);
    }
}
