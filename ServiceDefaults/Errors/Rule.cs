namespace Regio.ServiceDefaults.Errors;

/// <summary>What sort of refusal a rule stands for; it decides the status that a caller sees.</summary>
public enum RuleKind
{
    /// <summary>The input cannot be right.</summary>
    Invalid,

    /// <summary>Something that was named does not exist.</summary>
    Missing,

    /// <summary>It exists already.</summary>
    Duplicate,

    /// <summary>The state of the thing does not allow it.</summary>
    State,

    /// <summary>Somebody else changed it in the meantime.</summary>
    Conflict,

    /// <summary>The caller may not do this.</summary>
    NotAllowed,
}

/// <summary>A rule of the domain by name, with the words for people in both languages.</summary>
/// <param name="Code">The stable reason code, such as MUNICIPALITY_UNKNOWN.</param>
/// <param name="Kind">What sort of refusal it is.</param>
/// <param name="English">The message in English.</param>
/// <param name="Dutch">The message in Dutch.</param>
public sealed record Rule(string Code, RuleKind Kind, string English, string Dutch);
