namespace Regio.ServiceDefaults.Errors;

/// <summary>
/// Says which rule a constraint of the database stands for: where two requests at the same time each find a rule kept,
/// the database refuses the second, and its caller shall be told the same as otherwise.
/// </summary>
/// <remarks>
/// The rules of an aggregate list theirs in a static field of the type <c>ConstraintRule[]</c>, after the rules it names;
/// <see cref="Hosting.FeatureRegistration.AddConstraintRulesFrom" /> finds it.
/// </remarks>
/// <param name="Constraint">Name of the constraint.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Field">Path of the request field it concerns, when it is the same for all requests.</param>
public sealed record ConstraintRule(string Constraint, Rule Rule, string? Field = null);
