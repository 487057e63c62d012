using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Register;

/// <summary>What one source says about something that another source says otherwise; at most one per topic is followed.</summary>
internal sealed record Claim
{
    public required string Topic { get; init; }

    public required string Statement { get; init; }

    public required string Value { get; init; }

    public required string SourceTitle { get; init; }

    public required string SourcePlace { get; init; }

    public required bool Followed { get; init; }

    public required string Reason { get; init; }

    /// <summary>When it was recorded here; null for one that was published.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>When another choice took its place; null while it holds. What was known before can be asked.</summary>
    public DateTimeOffset? SupersededAt { get; private set; }

    /// <summary>Its place in the ledger.</summary>
    public string LedgerKey => KeyOf(Topic, SourceTitle, SourcePlace);

    /// <summary>The place of a claim in the ledger; the separator sorts before every letter.</summary>
    public static string KeyOf(string topic, string title, string place) => string.Join('\n', topic, title, place);

    /// <summary>Joins the claims of its topic, which are all about one question.</summary>
    public void JoinAmong(IReadOnlyCollection<Claim> topic)
    {
        if (topic.FirstOrDefault() is { } first && first.Statement != Statement)
            throw new DomainException(RegisterRules.ClaimQuestionDiffers, "claim.statement", new Dictionary<string, string> { ["statement"] = first.Statement });
        if (topic.Any(claim => claim.LedgerKey == LedgerKey))
            throw new DomainException(RegisterRules.ClaimKnown, "claim.source");
    }

    /// <summary>Follows another source, or none, and says why; what was chosen before stays as what was known before.</summary>
    /// <param name="topic">The claims of the topic that hold.</param>
    /// <param name="source">Title and place of the source; null: none is followed any more.</param>
    /// <param name="reason">Why it is followed; empty when none is.</param>
    /// <param name="previousReason">Why the one of before is not followed any more; empty when there was none.</param>
    /// <param name="now">The moment.</param>
    /// <returns>The claims that changed, as they are now.</returns>
    public static IReadOnlyList<Claim> Follow(IReadOnlyCollection<Claim> topic, (string Title, string Place)? source, string reason, string previousReason, DateTimeOffset now)
    {
        var wanted = source is { } named ? topic.FirstOrDefault(claim => (claim.SourceTitle, claim.SourcePlace) == named) ?? throw new DomainException(RegisterRules.ClaimUnknown, "source") : null;
        var previous = topic.FirstOrDefault(claim => claim.Followed);
        if (wanted == previous)
            throw new DomainException(RegisterRules.ClaimFollowed, "source");
        if ((previous is null) != (previousReason.Length == 0))
            throw new DomainException(RegisterRules.ClaimReasonPerSource, "previous_reason");
        if ((wanted is null) != (reason.Length == 0))
            throw new DomainException(RegisterRules.ClaimReasonPerSource, "reason");
        return [.. new[] { previous?.Chosen(followed: false, previousReason, now), wanted?.Chosen(followed: true, reason, now) }.OfType<Claim>()];
    }

    private Claim Chosen(bool followed, string reason, DateTimeOffset now)
    {
        var chosen = this with { Followed = followed, Reason = reason, RecordedAt = now };
        SupersededAt = now;
        return chosen;
    }
}
