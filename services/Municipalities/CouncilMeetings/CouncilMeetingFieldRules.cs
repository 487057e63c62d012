using FluentValidation;
using Regio.Common.V1;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.CouncilMeetings;

/// <summary>Rules about the form of requests on meetings of the councils.</summary>
internal static class CouncilMeetingFieldRules
{
    /// <summary>Most people who come from one council.</summary>
    public const int MostPeople = 100;

    /// <summary>A day that is not after another one; where either is none, the rule about days tells.</summary>
    public static IRuleBuilderOptions<T, Date?> IsNotAfter<T>(this IRuleBuilder<T, Date?> rule, Func<T, Date?> limit) =>
        rule.Must((request, day) => !IsAfter(day, limit(request))).WithMessage("Give a day on or before the day of the meeting.");

    private static bool IsAfter(Date? one, Date? other) =>
        one is not null && other is not null && one.TryToDateOnly(out var day) && other.TryToDateOnly(out var limit) && day > limit;
}
