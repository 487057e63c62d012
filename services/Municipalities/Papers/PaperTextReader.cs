using Microsoft.EntityFrameworkCore;
using Regio.Municipalities.Persistence;
using Regio.ServiceDefaults.Persistence;

namespace Regio.Municipalities.Papers;

/// <summary>Finds the texts of papers, to read them or to change them.</summary>
internal static class PaperTextReader
{
    /// <summary>
    /// The text to change, or a new one. Who writes one for the first time locks its round, so that of two who do one waits
    /// and then changes what the other wrote.
    /// </summary>
    public static async Task<PaperText> TextToChangeAsync(
        this MunicipalitiesDbContext db, Guid round, PaperKind kind, string municipalityId, string etag, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select from decision_round where id = {round} for update", ct);
        var text = await db.Set<PaperText>().SingleOrDefaultAsync(t => t.RoundId == round && t.Kind == kind && t.MunicipalityId == municipalityId, ct);
        // No text has a version below zero: whoever saw one that is not there is mistaken.
        Etag.Require(etag, text?.Version ?? -1);
        if (text is null)
            db.Add(text = new PaperText { RoundId = round, Kind = kind, MunicipalityId = municipalityId });
        return text;
    }

    public static Task<PaperText?> TextToReadAsync(this MunicipalitiesDbContext db, Guid round, PaperKind kind, string municipalityId, CancellationToken ct) =>
        db.Set<PaperText>().AsNoTracking().SingleOrDefaultAsync(t => t.RoundId == round && t.Kind == kind && t.MunicipalityId == municipalityId, ct);

    /// <summary>The rule that holds for a municipality on a day; null while it has none.</summary>
    public static Task<PublicationRule?> PublicationRuleAsync(this MunicipalitiesDbContext db, string municipalityId, DateOnly day, CancellationToken ct) =>
        db.Set<PublicationRule>().AsNoTracking().Where(r => r.MunicipalityId == municipalityId && r.StartsOn <= day)
            .OrderByDescending(r => r.StartsOn).FirstOrDefaultAsync(ct);
}
