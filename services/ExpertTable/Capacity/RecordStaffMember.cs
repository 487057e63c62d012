using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Capacity;

/// <summary>Somebody works at the table from a day on. The database refuses the same person twice in one period.</summary>
internal sealed class RecordStaffMember(ExpertTableDbContext db, CaseChanges changes)
{
    public Task<RecordStaffMemberResponse> RunAsync(RecordStaffMemberRequest request, Caller caller, CancellationToken ct) =>
        changes.RunOnceAsync(
            request.RequestId,
            request,
            caller,
            _ =>
            {
                var member = StaffMember.Record(
                    Guid.CreateVersion7(changes.Now(caller).At), request.Subject.Trim(), request.Kind.ToDomain<StaffKind>()!.Value,
                    request.Employer.Trim(), request.MinutesPerMonth, request.StartDate.ToDateOnly());
                db.Add(member);
                return Task.FromResult(new RecordStaffMemberResponse { Member = member.ToProto() });
            },
            ct);
}

internal sealed class RecordStaffMemberValidator : AbstractValidator<RecordStaffMemberRequest>
{
    private const int MostMinutes = 60_000;

    public RecordStaffMemberValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Subject).IsLine(CaseFieldRules.MostLineCharacters);
        RuleFor(r => r.Kind).Must(k => k.ToDomain<StaffKind>() is not null).WithMessage("Say what they do: guide, care broker or chair.");
        RuleFor(r => r.Employer).IsLine(CaseFieldRules.MostLineCharacters);
        RuleFor(r => r.MinutesPerMonth).InclusiveBetween(0, MostMinutes);
        RuleFor(r => r.StartDate).IsDay();
    }
}
