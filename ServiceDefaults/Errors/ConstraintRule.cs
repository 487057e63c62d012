namespace Regio.ServiceDefaults.Errors;

/// <summary>
/// Says which rule a constraint of the database stands for: where two requests at the same time each find a rule kept,
/// the database refuses the second, and its caller shall be told the same as otherwise.
/// </summary>
/// <param name="Constraint">Name of the constraint.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Field">Path of the request field it concerns, when it is the same for all requests.</param>
public sealed record ConstraintRule(string Constraint, Rule Rule, string? Field = null);
