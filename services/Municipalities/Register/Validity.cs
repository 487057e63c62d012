using System.Runtime.InteropServices;

namespace Regio.Municipalities.Register;

/// <summary>A period of whole days, the end exclusive; an absent end is open.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Validity
{
    public Validity(DateOnly from, DateOnly? until)
    {
        if (until <= from)
            throw new ArgumentException("A period ends after it begins.", nameof(until));
        From = from;
        Until = until;
    }

    public DateOnly From { get; }

    public DateOnly? Until { get; }

    public bool Contains(DateOnly day) => day >= From && (Until is null || day < Until);

    public bool Overlaps(Validity other) =>
        (other.Until is null || From < other.Until) && (Until is null || other.From < Until);
}
