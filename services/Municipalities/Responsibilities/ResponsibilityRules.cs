using Regio.ServiceDefaults.Errors;

namespace Regio.Municipalities.Responsibilities;

/// <summary>The rules of the responsibility map, each with its reason code.</summary>
internal static class ResponsibilityRules
{
    public static readonly Rule TopicUnknown = new(
        "TOPIC_UNKNOWN", RuleKind.Missing,
        "No topic is registered with this id.",
        "Er is geen onderwerp geregistreerd met deze aanduiding.");

    public static readonly Rule TopicRegistered = new(
        "TOPIC_REGISTERED", RuleKind.Duplicate,
        "The region already has a topic with this code.",
        "De regio heeft al een onderwerp met deze code.");

    public static readonly Rule Unknown = new(
        "RESPONSIBILITY_UNKNOWN", RuleKind.Missing,
        "No responsibility has this id.",
        "Er is geen verantwoordelijkheid met dit nummer.");

    public static readonly Rule Recorded = new(
        "RESPONSIBILITY_RECORDED", RuleKind.State,
        "This body has this role already for some of these days.",
        "Dit orgaan heeft deze rol al voor een deel van deze dagen.");

    public static readonly Rule Ended = new(
        "RESPONSIBILITY_ENDED", RuleKind.State,
        "The body does not have this role on the day before.",
        "Het orgaan heeft deze rol niet op de dag ervoor.");

    /// <summary>Constraints of the database that stand for a rule.</summary>
    public static readonly ConstraintRule[] Constraints =
    [
        new("pk_responsibility_topic", TopicRegistered, "topic.code"),
        new("ex_responsibility_once", Recorded, "responsibility.period"),
    ];
}
