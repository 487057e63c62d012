namespace Regio.ServiceDefaults.Facts;

/// <summary>A term as it holds from a day on, until the next setting of the same term. It is never changed itself.</summary>
/// <typeparam name="TTerm">What the terms of a service are about.</typeparam>
public abstract class TermSetting<TTerm>
    where TTerm : struct, Enum
{
    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is about.</summary>
    public required TTerm Term { get; init; }

    /// <summary>In the unit that the term says.</summary>
    public required int Value { get; init; }

    /// <summary>First day on which it holds.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Why: the article, agreement or decision.</summary>
    public required string Ground { get; init; }

    /// <summary>The document that says so.</summary>
    public required Source Source { get; init; }

    /// <summary>Subject of the token of who set it; empty for what the service starts with.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset RecordedAt { get; init; }
}
