using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Persistence;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Capacity;

/// <summary>Somebody stops working at the table.</summary>
internal sealed class EndStaffMember(CapacityReader office, CaseChanges changes)
{
    public Task<EndStaffMemberResponse> RunAsync(EndStaffMemberRequest request, Caller caller, CancellationToken ct) =>
        changes.RunOnceAsync(
            request.RequestId,
            request,
            caller,
            async token =>
            {
                var member = await office.FindAsync(request.Id, "id", token);
                Etag.Require(request.Etag, member.Version);
                member.End(request.EndDate.ToDateOnly());
                return new EndStaffMemberResponse { Member = member.ToProto() };
            },
            ct);
}

internal sealed class EndStaffMemberValidator : AbstractValidator<EndStaffMemberRequest>
{
    public EndStaffMemberValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.EndDate).IsDay();
    }
}
