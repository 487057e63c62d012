using Regio.ExpertTable.Cases;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Facts;

namespace Regio.ExpertTable.Capacity;

/// <summary>What somebody does at the table.</summary>
internal enum StaffKind
{
    Guide,
    CareBroker,
    Chair,
}

/// <summary>Somebody who works at the table, for a period.</summary>
internal sealed class StaffMember
{
    private StaffMember(Guid id, string subject, StaffKind kind, string employer, int minutesPerMonth, Validity validity)
    {
        Id = id;
        Subject = subject;
        Kind = kind;
        Employer = employer;
        MinutesPerMonth = minutesPerMonth;
        Validity = validity;
    }

    public Guid Id { get; }

    /// <summary>Subject of their tokens.</summary>
    public string Subject { get; }

    public StaffKind Kind { get; }

    public string Employer { get; }

    public int MinutesPerMonth { get; }

    public Validity Validity { get; private set; }

    public long Version { get; private set; } = 1;

    public static StaffMember Record(Guid id, string subject, StaffKind kind, string employer, int minutesPerMonth, DateOnly from) =>
        new(id, subject, kind, employer, minutesPerMonth, new Validity(from, until: null));

    public void End(DateOnly until)
    {
        if (Validity.Until is not null)
            throw new DomainException(CapacityRules.StaffMemberEnded);
        if (until <= Validity.From)
            throw new DomainException(CapacityRules.StaffEndBeforeStart, "end_date");
        Validity = new Validity(Validity.From, until);
        Version++;
    }

    /// <summary>Refused when they do something else, or not on this day.</summary>
    public void RequireInOffice(StaffKind kind, DateOnly day, string field)
    {
        if (Kind != kind || !Validity.Contains(day))
            throw new DomainException(CapacityRules.StaffMemberNotInOffice, field, new Dictionary<string, string> { ["kind"] = Codes.Of(kind) });
    }
}
