using Regio.Municipalities.Register;
using Regio.Municipalities.Requests;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Memory;

/// <summary>Between the decision memory and its messages. The numbers of the enums are those of the messages.</summary>
internal static class MemoryMapping
{
    public static V1.TimelineEntry ToProto(this TimelineEntry entry) => new()
    {
        Name = entry.Name,
        Kind = (V1.TimelineKind)entry.Kind,
        RegionId = entry.RegionId ?? "",
        MunicipalityIds = { entry.MunicipalityIds },
        Subject = entry.Subject,
        Title = entry.Title,
        Text = entry.Text,
        Date = entry.HappenedOn == TimelineEntry.NoDate ? null : entry.HappenedOn.ToProto(),
        DatePrecision = (V1.DatePrecision)entry.Precision,
        Origin = entry.Origin,
    };

    public static V1.DocumentReference ToProto(this DocumentReference document, Guid? correctedById = null) => new()
    {
        Id = document.Id.ToString("D"),
        RegionId = document.RegionId,
        MunicipalityId = document.MunicipalityId ?? "",
        Subject = document.Subject,
        Title = document.Title,
        Author = document.Author,
        Reference = document.Reference,
        Date = document.DatedOn?.ToProto(),
        DatePrecision = (V1.DatePrecision)document.Precision,
        ContentHash = document.ContentHash,
        Link = document.Link,
        Summary = document.Summary,
        CorrectsId = document.CorrectsId?.ToString("D") ?? "",
        CorrectedById = correctedById?.ToString("D") ?? "",
    };

    public static DocumentReference ToDomain(this V1.DocumentReference asked, Moment moment) => new()
    {
        Id = Guid.CreateVersion7(moment.Now),
        RegionId = asked.RegionId,
        MunicipalityId = asked.MunicipalityId.Length > 0 ? asked.MunicipalityId : null,
        Subject = asked.Subject.Trim(),
        Title = asked.Title.Trim(),
        Author = asked.Author.Trim(),
        Reference = asked.Reference.Trim(),
        Date = new DocumentDate(asked.Date?.ToDateOnly(), (DatePrecision)asked.DatePrecision),
        ContentHash = asked.ContentHash,
        Link = asked.Link,
        Summary = asked.Summary.Trim(),
        CorrectsId = asked.CorrectsId.Length > 0 ? Guid.ParseExact(asked.CorrectsId, "D") : null,
        RecordedAt = moment.Now,
        RecordedBy = moment.By,
    };
}
