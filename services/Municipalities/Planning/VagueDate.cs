using Regio.Municipalities.Memory;
using Regio.Municipalities.Register;
using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Planning;

/// <summary>A day as exactly as it is known; half of the dates in a plan are vague.</summary>
internal sealed record VagueDate
{
    private const int QuarterMonths = 3;

    /// <summary>Null when nothing is known.</summary>
    public required DateOnly? Day { get; init; }

    public required DatePrecision Precision { get; init; }

    /// <summary>First day that it can be; null: there is none.</summary>
    public DateOnly? Earliest => Precision is DatePrecision.By or DatePrecision.Unknown ? null : Day;

    /// <summary>Last day that it can be; null: there is none.</summary>
    public DateOnly? Latest => Precision switch
    {
        DatePrecision.Day or DatePrecision.By => Day,
        DatePrecision.Month => EndOf(1),
        DatePrecision.Quarter or DatePrecision.Season => EndOf(QuarterMonths),
        DatePrecision.Year => EndOf(12),
        _ => null,
    };

    /// <summary>A day and "not known" exclude each other.</summary>
    public static VagueDate Of(DateOnly? day, DatePrecision precision, string field) =>
        day is null == precision is DatePrecision.Unknown
            ? new VagueDate { Day = day, Precision = precision }
            : throw new DomainException(MemoryRules.DateAndPrecisionDiffer, field);

    public static VagueDate On(DateOnly day) => new() { Day = day, Precision = DatePrecision.Day };

    /// <summary>So many months later, as exactly as before.</summary>
    public VagueDate AddMonths(int months) => this with { Day = Day?.AddMonths(months) };

    /// <summary>Whether no day can be both.</summary>
    public bool Excludes(VagueDate other) => Latest < other.Earliest || other.Latest < Earliest;

    private DateOnly? EndOf(int months) => Day?.AddMonths(months).AddDays(-1);
}
