using Regio.Municipalities.Register;
using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Memory;

/// <summary>When a document was made, as far as that is known.</summary>
/// <param name="Day">Null when nothing is known.</param>
/// <param name="Precision">How exactly.</param>
internal sealed record DocumentDate(DateOnly? Day, DatePrecision Precision);

/// <summary>
/// Where a document is to be found, by what hash it is known, and what it says in short. It never changes: another
/// reference corrects it.
/// </summary>
internal sealed class DocumentReference
{
    public required Guid Id { get; init; }

    public required string RegionId { get; init; }

    /// <summary>Null when it is of the region.</summary>
    public string? MunicipalityId { get; init; }

    public required string Subject { get; init; }

    public required string Title { get; init; }

    public required string Author { get; init; }

    /// <summary>Kenmerk; empty when it has none.</summary>
    public required string Reference { get; init; }

    public DateOnly? DatedOn { get; private init; }

    public DatePrecision Precision { get; private init; }

    public required string ContentHash { get; init; }

    /// <summary>Empty when it is on paper only.</summary>
    public required string Link { get; init; }

    public required string Summary { get; init; }

    public Guid? CorrectsId { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedBy { get; init; }

    /// <summary>Its date; a date and "not known" exclude each other.</summary>
    public required DocumentDate Date
    {
        get => new(DatedOn, Precision);
        init
        {
            if (value.Day is null != value.Precision is DatePrecision.Unknown)
                throw new DomainException(MemoryRules.DateAndPrecisionDiffer, "document.date_precision");
            (DatedOn, Precision) = (value.Day, value.Precision);
        }
    }
}
