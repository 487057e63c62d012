using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Actions;

/// <summary>An action was done, or is dropped with the reason.</summary>
internal sealed class EndAction(CaseFiles files, CaseChanges changes)
{
    public Task<EndActionResponse> RunAsync(EndActionRequest request, Caller caller, CancellationToken ct) => changes.RunAsync(
        new CaseCommand<EndActionRequest>(request, request.RequestId, request.Id, request.Etag),
        caller,
        async (file, act, token) =>
        {
            var action = new CaseActions(await files.EntriesAsync(file.Id, token)).Open(Guid.ParseExact(request.ActionId, "D"), "action_id");
            file.EndAction(action.ActionId, request.Dropped, request.Note, act);
        },
        file => new EndActionResponse { Case = file },
        ct);
}

internal sealed class EndActionValidator : AbstractValidator<EndActionRequest>
{
    public EndActionValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.ActionId).IsUuid();
        RuleFor(r => r.Note).IsTextOrEmpty(CaseFieldRules.MostQuestionCharacters);
        RuleFor(r => r.Note).IsText(CaseFieldRules.MostQuestionCharacters).When(r => r.Dropped).WithMessage("Say why it is dropped.");
    }
}
