using System.Diagnostics.CodeAnalysis;
using FluentValidation;
using Google.Protobuf.WellKnownTypes;
using Regio.Common.V1;
using Regio.ServiceDefaults.Errors;

namespace Regio.ServiceDefaults.Grpc;

/// <summary>Days and moments between messages and the domain.</summary>
public static class ProtoDates
{
    /// <summary>The day as a message.</summary>
    public static Date ToProto(this DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };

    /// <summary>The moment as a message.</summary>
    public static Timestamp ToProto(this DateTimeOffset moment) => Timestamp.FromDateTimeOffset(moment);

    /// <summary>The day of a message that has been validated; a day that does not exist breaks the rule DATE_INVALID.</summary>
    public static DateOnly ToDateOnly(this Date date) =>
        date.TryToDateOnly(out var day) ? day.Value : throw new DomainException(CommonRules.DateInvalid);

    /// <summary>The day, when it exists in the calendar.</summary>
    public static bool TryToDateOnly(this Date date, [NotNullWhen(true)] out DateOnly? day)
    {
        var exists = date is { Year: >= 1 and <= 9999, Month: >= 1 and <= 12, Day: >= 1 } && date.Day <= DateTime.DaysInMonth(date.Year, date.Month);
        day = exists ? new DateOnly(date.Year, date.Month, date.Day) : null;
        return exists;
    }

    /// <summary>Validation rule: the date is absent or a real day.</summary>
    public static IRuleBuilderOptions<T, Date?> MustBeDay<T>(this IRuleBuilder<T, Date?> rule) => rule
        .Must(date => date is null || date.TryToDateOnly(out _))
        .WithErrorCode(CommonRules.DateInvalid.Code)
        .WithMessage(CommonRules.DateInvalid.English);

    /// <summary>Validation rule: the period has a first day, its days are real, and its end is after its start.</summary>
    public static IRuleBuilderOptionsConditions<T, Period?> MustBePeriod<T>(this IRuleBuilder<T, Period?> rule) => rule
        .Custom((period, context) =>
        {
            if (period is null)
                return;
            var path = context.PropertyPath;
            if (period.StartDate is null || !period.StartDate.TryToDateOnly(out var start))
                context.AddFailure($"{path}.StartDate", CommonRules.DateInvalid.English);
            else if (period.EndDate is null)
                return;
            else if (!period.EndDate.TryToDateOnly(out var end))
                context.AddFailure($"{path}.EndDate", CommonRules.DateInvalid.English);
            else if (end <= start)
                context.AddFailure($"{path}.EndDate", "The end is exclusive and comes after the start.");
        });
}
