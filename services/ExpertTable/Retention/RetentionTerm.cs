using Regio.ServiceDefaults.Time;

namespace Regio.ExpertTable.Retention;

/// <summary>Why a file is destroyed.</summary>
internal enum DestructionGround
{
    Term,
    Request,
}

/// <summary>How long a case file is kept: twenty years after the last change (Jeugdwet 7.3.8).</summary>
internal static class RetentionTerm
{
    public const int Years = 20;

    /// <summary>First day on which a file may go whose last change was then.</summary>
    public static DateOnly Until(DateTimeOffset lastChange) => DateOnly.FromDateTime(lastChange.InDutchTime().DateTime).AddYears(Years);
}
