using NpgsqlTypes;
using Regio.Municipalities.Register;

namespace Regio.Municipalities.Memory;

/// <summary>Sort of entry; the numbers are those of the messages.</summary>
internal enum TimelineKind
{
    Decision = 1,
    View = 2,
    FollowUp = 3,
    Text = 4,
    Act = 5,
    Agreement = 6,
    Money = 7,
    Meeting = 8,
    Document = 9,
    Event = 10,
    Work = 11,
    Planning = 12,
    Question = 13,
}

/// <summary>
/// Something that happened, as the timeline tells it. Entries are written by the database itself, in the transaction of
/// the fact that they are made from; this service only reads them.
/// </summary>
internal sealed class TimelineEntry
{
    /// <summary>Day that stands for "no date is known": such an entry comes last.</summary>
    public static readonly DateOnly NoDate = DateOnly.MinValue;

    /// <summary>Configuration of the search: Dutch word forms, accents left out.</summary>
    public const string Language = "dutch_unaccented";

    /// <summary>What it was made from, such as rounds/{id}/decisions/{number}.</summary>
    public required string Name { get; init; }

    public required TimelineKind Kind { get; init; }

    public string? RegionId { get; init; }

    public required List<string> MunicipalityIds { get; init; }

    public required string Subject { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    public required DateOnly HappenedOn { get; init; }

    public required DatePrecision Precision { get; init; }

    public required string Origin { get; init; }

    /// <summary>Title, subject and text as the index has them.</summary>
    public required NpgsqlTsVector Search { get; init; }
}
