using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Emergencies;

/// <summary>Opens a case to somebody who else may not see it, for a day. Whoever runs the service sees it in the log.</summary>
internal sealed class BreakGlass(ExpertTableDbContext db, CaseChanges changes, ILogger<BreakGlass> logger)
{
    public async Task<BreakGlassResponse> RunAsync(BreakGlassRequest request, Caller caller, CancellationToken ct)
    {
        var now = changes.Now(caller);
        var access = EmergencyAccess.Open(Guid.CreateVersion7(now.At), Guid.ParseExact(request.Id, "D"), now);
        var response = await changes.RunAsync(
            new CaseCommand<BreakGlassRequest>(request, request.RequestId, request.Id, Etag: "") { Scope = CaseScope.OfWholeTable },
            caller,
            (file, act) =>
            {
                file.BreakGlass(request.Reason, act);
                db.Add(access);
            },
            file => new BreakGlassResponse { Case = file, ExpireTime = access.ExpiresAt.ToProto() },
            ct);
        logger.LogWarning("The glass of case {CaseId} was broken; the privacy officer has to see to it", request.Id);
        return response;
    }
}

internal sealed class BreakGlassValidator : AbstractValidator<BreakGlassRequest>
{
    public BreakGlassValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Reason).IsText(CaseFieldRules.MostQuestionCharacters);
    }
}
