using Regio.ServiceDefaults.Facts;

namespace Regio.Procurement.Terms;

/// <summary>What a setting is about; the numbers are those of the messages.</summary>
internal enum Term
{
    /// <summary>Notice of a contract that agrees none itself, in months.</summary>
    NoticeMonths = 1,

    /// <summary>Days that a provider has for its view on an intended ceiling.</summary>
    CeilingViewDays = 2,

    /// <summary>Share of a ceiling at which a warning is due, in percent.</summary>
    CeilingWarningPercent = 3,

    /// <summary>Days after a warning within which the meeting is held.</summary>
    CeilingMeetingDays = 4,

    /// <summary>Days between intention and award, where the law asks for them.</summary>
    StandstillDays = 5,

    /// <summary>Days after an award within which a procedure that another region leads is reported back.</summary>
    ReportBackDays = 6,

    /// <summary>Days between announcement and begin of a client stop, where nothing else was agreed.</summary>
    ClientStopNoticeDays = 7,

    /// <summary>Days after which a client stop that still runs is looked at again.</summary>
    ClientStopReviewDays = 8,

    /// <summary>Months between two review meetings with a provider.</summary>
    ReviewMonths = 9,

    /// <summary>Days within which a purchase request is answered.</summary>
    PurchaseAnswerDays = 10,

    /// <summary>Days that the worklist looks ahead.</summary>
    WorklistDays = 11,

    /// <summary>Days after which a report of supply is too old to rely on.</summary>
    SupplyStaleDays = 12,

    /// <summary>By how much the burden of differences between two regions is to fall, in percent.</summary>
    BurdenReductionPercent = 13,

    /// <summary>Days within which an application for a subsidy, or for its settlement, is decided.</summary>
    SubsidyDecisionDays = 14,

    /// <summary>Days within which the rest of a settled subsidy is paid, or what was paid too much comes back.</summary>
    SubsidyPaymentDays = 15,

    /// <summary>Days before the move of a region within which it can be carried out.</summary>
    RegionMoveAheadDays = 16,

    /// <summary>Days that a client may have to wait at most before supply counts as missing.</summary>
    WaitingNormDays = 17,

    /// <summary>Years for which files of care messages are kept after the last day that they are needed for.</summary>
    CareFileYears = 18,
}

/// <summary>A term as it holds from a day on, until the next setting of the same term.</summary>
internal sealed class TermSetting : TermSetting<Term>;
