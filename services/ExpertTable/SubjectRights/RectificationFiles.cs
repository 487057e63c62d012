using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ServiceDefaults.Errors;

namespace Regio.ExpertTable.SubjectRights;

/// <summary>Finds the requests to put a file right.</summary>
internal sealed class RectificationFiles(ExpertTableDbContext db)
{
    /// <summary>One of a case that was found in the scope of the caller, to be changed.</summary>
    public async Task<Rectification> FindAsync(Case file, string id, CancellationToken ct)
    {
        var key = Guid.ParseExact(id, "D");
        return await db.Set<Rectification>().SingleOrDefaultAsync(r => r.Id == key && r.CaseId == file.Id, ct)
            ?? throw new DomainException(SubjectRightsRules.Unknown, "rectification_id");
    }
}
