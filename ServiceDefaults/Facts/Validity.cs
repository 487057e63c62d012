using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace Regio.ServiceDefaults.Facts;

/// <summary>A period of whole days, the end exclusive; an absent end is open.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Validity
{
    /// <summary>The period from a day until the day before another.</summary>
    [JsonConstructor]
    public Validity(DateOnly from, DateOnly? until)
    {
        if (until <= from)
            throw new ArgumentException("A period ends after it begins.", nameof(until));
        From = from;
        Until = until;
    }

    /// <summary>First day.</summary>
    public DateOnly From { get; }

    /// <summary>Day after the last day; null while open.</summary>
    public DateOnly? Until { get; }

    /// <summary>Whether a day is in the period.</summary>
    public bool Contains(DateOnly day) => day >= From && (Until is null || day < Until);

    /// <summary>Whether another period lies wholly inside this one.</summary>
    public bool Contains(Validity other) =>
        other.From >= From && (Until is null || (other.Until is { } end && end <= Until));

    /// <summary>Whether there is a day in both.</summary>
    public bool Overlaps(Validity other) =>
        (other.Until is null || From < other.Until) && (Until is null || other.From < Until);
}
