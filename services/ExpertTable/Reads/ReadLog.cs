using System.Diagnostics;
using Regio.ExpertTable.Persistence;
using Regio.ServiceDefaults.Time;

namespace Regio.ExpertTable.Reads;

/// <summary>
/// Notes who is shown which case. To be awaited before the answer leaves: what cannot be logged is not shown. A line is
/// one insert and waits for no other reader: it is linked into the chain afterwards.
/// </summary>
internal sealed class ReadLog(ExpertTableDbContext db, TimeProvider time)
{
    public Task WriteAsync(CaseReader reader, IEnumerable<(Guid CaseId, Guid Pseudonym)> shown, CancellationToken ct)
    {
        var now = time.StorableNow();
        var trace = Activity.Current?.TraceId.ToHexString() ?? "";
        db.AddRange(shown.Select(file => new LoggedRead
        {
            CaseId = file.CaseId,
            SubjectPseudonym = file.Pseudonym,
            Reader = reader.Subject,
            Role = reader.Role,
            Purpose = reader.Purpose,
            Ground = reader.Ground,
            Method = reader.Method,
            TraceId = trace,
            ReadAt = now,
        }));
        return db.SaveChangesAsync(ct);
    }
}
