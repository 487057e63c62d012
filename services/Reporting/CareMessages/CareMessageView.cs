namespace Regio.Reporting.CareMessages;

/// <summary>A message of iJw as it is shown; nothing in it tells who a client is.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ReceivedAt">When it came in.</param>
/// <param name="Kind">Such as JW305; empty when it is none.</param>
/// <param name="Municipality">Name of the municipality, or its code where the name is not known; null: unknown.</param>
/// <param name="ProviderName">Name of the provider in the register; null: nobody is registered under the code.</param>
/// <param name="ProviderAgbCode">AGB code of the provider; null: unknown.</param>
/// <param name="Outcome">unreadable, refused or taken.</param>
/// <param name="FindingCount">How many findings there are.</param>
/// <param name="AnswerKind">Kind of the return message; null: none.</param>
/// <param name="AnswerDueOn">Last day for an answer; null: none is due.</param>
public sealed record CareMessageView(
    Guid Id, DateTimeOffset ReceivedAt, string Kind, string? Municipality, string? ProviderName, string? ProviderAgbCode, string Outcome, int FindingCount, string? AnswerKind,
    DateOnly? AnswerDueOn);

/// <summary>What was found about a message.</summary>
/// <param name="Rule">Number of the rule.</param>
/// <param name="IsError">Whether it refuses.</param>
/// <param name="ReturnCode">Code of the return message; empty: none.</param>
/// <param name="Path">Place in the message.</param>
/// <param name="Text">The rule in Dutch.</param>
public sealed record CareFindingView(string Rule, bool IsError, string ReturnCode, string Path, string Text);

/// <summary>A message with the first of its findings.</summary>
/// <param name="Message">The message.</param>
/// <param name="Findings">Its first findings.</param>
public sealed record CareMessageDetail(CareMessageView Message, IReadOnlyList<CareFindingView> Findings);

/// <summary>A page of the list.</summary>
/// <param name="Messages">The newest first.</param>
/// <param name="Counts">How many there are of each outcome, over all pages.</param>
/// <param name="Before">Where the next page begins; null: this is the last.</param>
public sealed record CareMessagePage(IReadOnlyList<CareMessageView> Messages, IReadOnlyDictionary<string, long> Counts, Guid? Before);
