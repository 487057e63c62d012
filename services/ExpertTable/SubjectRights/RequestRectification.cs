using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.Persistence;
using Regio.ExpertTable.Terms;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.SubjectRights;

/// <summary>Somebody wants something in a file put right. It is a fact: whoever asks it, it is recorded and answered.</summary>
internal sealed class RequestRectification(ExpertTableDbContext db, CaseChanges changes, TermReader terms)
{
    public Task<RequestRectificationResponse> RunAsync(RequestRectificationRequest request, Caller caller, CancellationToken ct)
    {
        Rectification? asked = null;
        return changes.RunAsync(
            new CaseCommand<RequestRectificationRequest>(request, request.RequestId, request.Id, request.Etag) { Scope = CaseScope.OfKeeper(caller) },
            caller,
            async (file, act, token) =>
            {
                asked = Rectification.Receive(
                    Guid.CreateVersion7(act.At), file.Id, request.EntryNumber, request.Applicant.ToDomain<RectificationApplicant>()!.Value,
                    request.ReceivedDate.ToDateOnly(), await terms.ReadAsync(token), act);
                file.RequestRectification(asked, Guid.ParseExact(request.SubjectPseudonym, "D"), request.Text, act);
                db.Add(asked);
            },
            file => new RequestRectificationResponse { Case = file, Rectification = asked!.ToProto() },
            ct);
    }
}

internal sealed class RequestRectificationValidator : AbstractValidator<RequestRectificationRequest>
{
    public RequestRectificationValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.SubjectPseudonym).IsUuid();
        RuleFor(r => r.Applicant).IsApplicant();
        RuleFor(r => r.EntryNumber).GreaterThanOrEqualTo(0);
        RuleFor(r => r.ReceivedDate).IsDay();
        RuleFor(r => r.Text).IsText(CaseFieldRules.MostQuestionCharacters);
    }
}

/// <summary>The forms that requests about a file have in common.</summary>
internal static class ApplicantRules
{
    public static IRuleBuilderOptions<T, V1.RectificationApplicant> IsApplicant<T>(this IRuleBuilder<T, V1.RectificationApplicant> rule) =>
        rule.Must(a => a.ToDomain<RectificationApplicant>() is not null).WithMessage("Say who asks: the youth, who has authority, or who stands in for them.");
}
