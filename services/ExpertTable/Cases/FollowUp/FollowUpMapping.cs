using FluentValidation;
using Regio.ServiceDefaults.Grpc;

namespace Regio.ExpertTable.Cases;

/// <summary>From requests about a case in execution to what the rules work with.</summary>
internal static class FollowUpMapping
{
    public static IRuleBuilderOptions<T, IEnumerable<V1.Bottleneck>> AreBottlenecks<T>(this IRuleBuilder<T, IEnumerable<V1.Bottleneck>> rule) =>
        rule.Must(codes => codes.All(code => code.ToDomain<BottleneckCode>() is not null)).WithMessage("Give codes that exist.")
            .Must(codes => codes.Distinct().Count() == codes.Count()).WithMessage("Give each code once.");

    public static IReadOnlyList<BottleneckCode> ToDomain(this IEnumerable<V1.Bottleneck> codes) =>
        [.. codes.Select(code => code.ToDomain<BottleneckCode>()!.Value)];

    public static CourtOrder ToDomain(this V1.CourtOrder order) => new(order.Reference.Trim(), order.Date.ToDateOnly());

    public static Outcome ToDomain(this V1.CaseOutcome outcome) => new(
        outcome.Result.ToDomain<OutcomeResult>()!.Value, outcome.CareForm, outcome.Bottlenecks.ToDomain(), outcome.Remarks);
}
