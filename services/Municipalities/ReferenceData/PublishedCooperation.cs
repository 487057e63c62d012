using Regio.Municipalities.Agreements;
using Regio.Municipalities.Bodies;
using Regio.ServiceDefaults.Facts;

namespace Regio.Municipalities.ReferenceData;

/// <summary>The bodies of the region and the agreements it rests on, as the sources tell of them.</summary>
internal static class PublishedCooperation
{
    /// <summary>Who recorded what the suite brings.</summary>
    public const string RecordedBy = "reference-data";

    public static IReadOnlyList<Body> Bodies(DateTimeOffset now)
    {
        var seats = ReferenceFiles.Seats().ToLookup(row => row.BodyId, ToSeat);
        var holders = ReferenceFiles.SeatHolders().ToLookup(row => row.BodyId);
        return [.. ReferenceFiles.Bodies().Select(row => Filled(Body.Register(ToFacts(row), [.. seats[ToFacts(row).Id]]), holders, now))];
    }

    /// <summary>The parties to an agreement are the members of its region on its first day.</summary>
    public static IReadOnlyList<Agreement> Agreements() => [.. ReferenceFiles.Agreements().Select(ToAgreement)];

    private static Body Filled(Body body, ILookup<string, SeatHolderRow> holders, DateTimeOffset now)
    {
        foreach (var row in holders[body.Id])
            body.RecordHolder(row.SeatNumber, row.Function, new Validity(row.ValidFrom, row.ValidUntil), RecordedBy, now);
        return body;
    }

    private static BodyFacts ToFacts(BodyRow row) => new(
        row.RegionId, row.Code, row.Name, row.IsOutside, new Validity(row.ValidFrom, row.ValidUntil), new Source(row.SourceTitle, row.SourcePlace));

    private static SeatFacts ToSeat(SeatRow row) => new(
        row.Title, Enum.Parse<SeatRole>(row.Role), row.MunicipalityId.Length > 0 ? row.MunicipalityId : null, MinutesPerWeek: 0, new Validity(row.ValidFrom, row.ValidUntil));

    private static Agreement ToAgreement(AgreementRow row)
    {
        var members = PublishedFacts.Municipalities().OrderBy(m => m.Value.Rank)
            .Where(m => m.Value.Memberships.Any(x => x.RegionId == row.RegionId && x.Validity.Contains(row.ValidFrom)))
            .Select(m => m.Key);
        var facts = new AgreementFacts
        {
            RegionId = row.RegionId,
            Kind = Enum.Parse<AgreementKind>(row.Kind),
            Subject = row.Subject,
            MunicipalityIds = [.. members],
            OtherParties = [],
            NoticeMonths = 0,
            AlertDays = 0,
            Source = new Source(row.SourceTitle, row.SourcePlace),
        };
        return Agreement.FromPublication(row.Id, facts, new Validity(row.ValidFrom, row.ValidUntil));
    }
}
