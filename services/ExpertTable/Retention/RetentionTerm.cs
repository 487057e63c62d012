using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Terms;
using Regio.ServiceDefaults.Time;

namespace Regio.ExpertTable.Retention;

/// <summary>Why a file is destroyed.</summary>
internal enum DestructionGround
{
    Term,
    Request,
}

/// <summary>What is kept for a term of its own.</summary>
internal enum RecordKind
{
    CaseFile,
    Referral,
    ReadLog,
    Consultation,
}

/// <summary>
/// How long each kind of record is kept, by the setting of the day on which that is asked. A day counts as on Dutch calendars,
/// from its beginning, so that what is listed as due and what may be destroyed are the same on every day.
/// </summary>
internal static class RetentionTerm
{
    /// <summary>What a case is kept as: one that the table sent back without taking it up is a referral.</summary>
    public static RecordKind KindOf(CaseState state) => state == CaseState.Returned ? RecordKind.Referral : RecordKind.CaseFile;

    public static Term TermOf(RecordKind kind) => kind switch
    {
        RecordKind.CaseFile => Term.FileYears,
        RecordKind.Referral => Term.ReferralYears,
        RecordKind.ReadLog => Term.ReadLogYears,
        RecordKind.Consultation => Term.ConsultationYears,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No years are set for this kind."),
    };

    /// <summary>First day on which something may go whose last change was then.</summary>
    public static DateOnly Until(DateTimeOffset lastChange, int years) => Until(DateOnly.FromDateTime(lastChange.InDutchTime().DateTime), years);

    /// <inheritdoc cref="KeptYears.Until"/>
    public static DateOnly Until(DateOnly lastChange, int years) => KeptYears.Until(lastChange, years);

    /// <inheritdoc cref="KeptYears.FirstKept"/>
    public static DateOnly FirstKept(DateOnly today, int years) => KeptYears.FirstKept(today, years);
}
