using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Terms;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.SubjectRights;

/// <summary>Moves the last day of a request, once and with the reason.</summary>
internal sealed class ExtendRectification(CaseChanges changes, RectificationFiles rectifications, TermReader terms)
{
    public Task<ExtendRectificationResponse> RunAsync(ExtendRectificationRequest request, Caller caller, CancellationToken ct)
    {
        Rectification? asked = null;
        return changes.RunAsync(
            new CaseCommand<ExtendRectificationRequest>(request, request.RequestId, request.Id, request.Etag) { Scope = CaseScope.OfKeeper(caller) },
            caller,
            async (file, act, token) =>
            {
                asked = await rectifications.FindAsync(file, request.RectificationId, token);
                file.ExtendRectification(asked, request.Reason, await terms.ReadAsync(token), act);
            },
            file => new ExtendRectificationResponse { Case = file, Rectification = asked!.ToProto() },
            ct);
    }
}

internal sealed class ExtendRectificationValidator : AbstractValidator<ExtendRectificationRequest>
{
    public ExtendRectificationValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.RectificationId).IsUuid();
        RuleFor(r => r.Reason).IsText(CaseFieldRules.MostQuestionCharacters);
    }
}
