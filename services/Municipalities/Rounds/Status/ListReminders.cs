using FluentValidation;
using Regio.Municipalities.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Time;

namespace Regio.Municipalities.Rounds.Status;

/// <summary>A reminder for what is overdue or falls due soon, ready to send.</summary>
internal sealed class ListReminders(OwedReader reader, TimeProvider time)
{
    public const int MostDays = 366;

    public async Task<ListRemindersResponse> RunAsync(ListRemindersRequest request, CancellationToken ct)
    {
        var today = time.DutchToday();
        var filter = new OwedFilter
        {
            RegionId = request.RegionId,
            MunicipalityId = request.MunicipalityId,
            DueBy = today.AddDays(request.WithinDays),
        };
        var page = await reader.ReadAsync(filter, request, request.PageSize, request.PageToken, ct);
        return new ListRemindersResponse
        {
            Reminders = { page.Owed.Select(owed => ToProto(owed, today)) },
            NextPageToken = page.NextPageToken,
        };
    }

    private static Reminder ToProto(OwedInRound owed, DateOnly today)
    {
        var text = ReminderText.Of(owed.Duty, owed.Subject, today);
        return new Reminder
        {
            Duty = owed.Duty.ToProto(owed.RoundId, owed.Subject, today),
            MailSubject = text.Subject,
            MailText = text.Body,
            Ics = owed.Duty.DueOn == Duty.NoDate ? "" : ReminderCalendar.Of(owed, text),
        };
    }
}

internal sealed class ListRemindersValidator : AbstractValidator<ListRemindersRequest>
{
    public ListRemindersValidator()
    {
        RuleFor(r => r.RegionId).IsRegionIdOrEmpty();
        RuleFor(r => r.MunicipalityId).IsMunicipalityId().When(r => r.MunicipalityId.Length > 0);
        RuleFor(r => r.WithinDays).InclusiveBetween(0, ListReminders.MostDays);
        RuleFor(r => r.PageSize).GreaterThanOrEqualTo(0);
    }
}
