using Regio.ServiceDefaults.Time;

namespace Regio.ExpertTable.Retention;

/// <summary>Why a file is destroyed.</summary>
internal enum DestructionGround
{
    Term,
    Request,
}

/// <summary>How long a case file is kept after its last change, by the term of the day on which that is asked.</summary>
internal static class RetentionTerm
{
    /// <summary>First day on which a file may go whose last change was then.</summary>
    public static DateOnly Until(DateTimeOffset lastChange, int years) => DateOnly.FromDateTime(lastChange.InDutchTime().DateTime).AddYears(years);
}
