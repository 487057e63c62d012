using FluentValidation;
using Regio.ExpertTable.Cases;
using Regio.ExpertTable.V1;
using Regio.ServiceDefaults.Grpc;
using Regio.ServiceDefaults.Security;

namespace Regio.ExpertTable.Actions;

/// <summary>Something is agreed on, with who does it and by when.</summary>
internal sealed class AgreeAction(CaseChanges changes)
{
    public Task<AgreeActionResponse> RunAsync(AgreeActionRequest request, Caller caller, CancellationToken ct)
    {
        var action = Guid.CreateVersion7(changes.Now(caller).At);
        return changes.RunAsync(
            new CaseCommand<AgreeActionRequest>(request, request.RequestId, request.Id, request.Etag),
            caller,
            (file, act) => file.AgreeAction(action, request.Text, request.Owner.Trim(), request.DueDate.ToDateOnly(), act),
            file => new AgreeActionResponse { Case = file, ActionId = action.ToString("D") },
            ct);
    }
}

internal sealed class AgreeActionValidator : AbstractValidator<AgreeActionRequest>
{
    public AgreeActionValidator()
    {
        RuleFor(r => r.RequestId).IsUuid();
        RuleFor(r => r.Id).IsUuid();
        RuleFor(r => r.Text).IsText(CaseFieldRules.MostQuestionCharacters);
        RuleFor(r => r.Owner).IsLine(CaseFieldRules.MostLineCharacters);
        RuleFor(r => r.DueDate).IsDay();
    }
}
