using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Errors;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;
using Case = Regio.ExpertTable.Cases.Case;

namespace Regio.ExpertTable.Emergencies;

/// <summary>The privacy officer has seen to an access.</summary>
internal sealed class AcknowledgeEmergencyAccess(ExpertTableDbContext db, EmergencyFiles emergencies, CaseChanges changes)
{
    public Task<AcknowledgeEmergencyAccessResponse> RunAsync(AcknowledgeEmergencyAccessRequest request, Caller caller, CancellationToken ct) =>
        changes.RunOnceAsync(
            request.RequestId,
            request,
            caller,
            async token =>
            {
                var id = Guid.ParseExact(request.Id, "D");
                // Of two officers at once the second one sees what the first one did.
                await db.Database.ExecuteSqlAsync($"select from emergency_access where id = {id} for update", token);
                var access = await emergencies.Overseen(caller).SingleOrDefaultAsync(a => a.Id == id, token) ?? throw new DomainException(EmergencyRules.Unknown, "id");
                access.Acknowledge(changes.Now(caller));
                var municipality = await db.Set<Case>().Where(c => c.Id == access.CaseId).Select(c => c.MunicipalityId).SingleAsync(token);
                return new AcknowledgeEmergencyAccessResponse { Access = access.ToProto(municipality) };
            },
            ct);
}

internal sealed class AcknowledgeEmergencyAccessValidator : AbstractValidator<AcknowledgeEmergencyAccessRequest>
{
    public AcknowledgeEmergencyAccessValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
    }
}
