namespace Regio.ServiceDefaults.Errors;

/// <summary>What sort of refusal a rule stands for; the transport derives its status from it.</summary>
public enum RuleKind
{
    /// <summary>What was asked is wrong in itself, whatever the state of the system.</summary>
    Invalid,

    /// <summary>What was asked for does not exist.</summary>
    Missing,

    /// <summary>It exists already.</summary>
    Duplicate,

    /// <summary>The state of the thing does not allow it.</summary>
    State,

    /// <summary>Somebody else changed it in the meantime.</summary>
    Conflict,

    /// <summary>The caller may not do this to this thing.</summary>
    NotAllowed,

    /// <summary>The caller has as much of it as it may have.</summary>
    Exhausted,
}

/// <summary>
/// A rule of the domain: what callers match on and what people read. Both texts may hold names between braces,
/// such as <c>{municipality_id}</c>, that are filled from the metadata of the exception.
/// </summary>
/// <param name="Code">Stable reason in capitals, such as <c>MUNICIPALITY_UNKNOWN</c>.</param>
/// <param name="Kind">The sort of refusal.</param>
/// <param name="English">What is wrong, for developers.</param>
/// <param name="Dutch">What is wrong, for users.</param>
public sealed record Rule(string Code, RuleKind Kind, string English, string Dutch);
