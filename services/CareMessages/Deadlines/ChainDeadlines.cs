namespace Regio.CareMessages.Deadlines;

/// <summary>The last day on which each step of the chain is in time.</summary>
public static class ChainDeadlines
{
    /// <summary>A return message (302, 306, 308, 316, 318, 320): three working days after receipt (OP090).</summary>
    public static DateOnly Return(DateOnly received) => WorkingDays.After(received, 3);

    /// <summary>The first answer to a request, a 301 or a 319: five working days after receipt (OP274, OP346).</summary>
    public static DateOnly Answer(DateOnly received) => WorkingDays.After(received, 5);

    /// <summary>The final answer after a 319 that says "under investigation": eight weeks after the date of the request.</summary>
    public static DateOnly FinalAnswer(DateOnly requestDate) => requestDate.AddDays(8 * 7);

    /// <summary>A rejection by the domicile principle: fourteen days after receipt (OP359).</summary>
    public static DateOnly DomicileRejection(DateOnly received) => received.AddDays(14);

    /// <summary>A start message: five working days after delivery began, or after the 301 came when that was later (OP271).</summary>
    public static DateOnly Start(DateOnly began, DateOnly assignmentReceived) =>
        WorkingDays.After(assignmentReceived > began ? assignmentReceived : began, 5);

    /// <summary>A stop message: five working days after delivery ended, or after it was known that a pause is for good (OP272).</summary>
    public static DateOnly Stop(DateOnly endedOrKnown) => WorkingDays.After(endedOrKnown, 5);

    /// <summary>The answer to a claim: ten working days after receipt (OP090x4).</summary>
    public static DateOnly ClaimAnswer(DateOnly received) => WorkingDays.After(received, 10);
}
