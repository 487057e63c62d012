using FluentValidation;
using Regio.Municipalities.Mandates;
using Regio.Municipalities.Rounds;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Work;

/// <summary>Limits of requests on what is to be done.</summary>
internal static class WorkFieldRules
{
    public const int MostTitleCharacters = 200;
    public const int MostReasonCharacters = 200;
    public const int MostScore = 5;
    public const int MostReferenceCharacters = 60;
    private const int MostRoleCharacters = 120;
    private const int MostOwnerCharacters = 100;

    /// <summary>A municipality, a body of one, a region or a body of one.</summary>
    public static IRuleBuilderOptions<T, string> IsOwnerId<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(IsOwnerId).WithMessage("Give a municipality (GM0106), a body (GM0106:executive, JHRD:ABO) or a region (JHRD).");

    public static IRuleBuilderOptions<T, string> IsRole<T>(this IRuleBuilder<T, string> rule) => rule.IsLineOrEmpty(MostRoleCharacters);

    private static bool IsOwnerId(string text) =>
        text.Length <= MostOwnerCharacters
        && text.Split(':') is { Length: 1 or 2 } parts
        && parts.All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        && parts[0].All(c => !char.IsAsciiLetterLower(c));
}

internal sealed class WorkItemValidator : AbstractValidator<V1.WorkItem?>
{
    public WorkItemValidator()
    {
        RuleFor(i => i!.RegionId).NotEmpty().IsRegionIdOrEmpty();
        RuleFor(i => i!.Kind).IsInEnum().NotEqual(V1.WorkItemKind.Unspecified);
        RuleFor(i => i!.Reference).IsLineOrEmpty(WorkFieldRules.MostReferenceCharacters);
        RuleFor(i => i!.Title).IsLine(WorkFieldRules.MostTitleCharacters);
        RuleFor(i => i!.Text).IsText().When(i => i!.Text.Length > 0);
        RuleFor(i => i!.OwnerId).IsOwnerId();
        RuleFor(i => i!.OwnerRole).IsRole();
        RuleFor(i => i!.RaisedDate).IsDay();
        RuleFor(i => i!.DueDate).IsDayOrAbsent();
        RuleFor(i => i!.Source).SetValidator(new WorkItemSourceValidator()!).When(i => i!.Source is not null);
        RuleFor(i => i!.Result).SetValidator(new WorkItemResultValidator()!).When(i => i!.Result is not null);
        RuleFor(i => i!.DossierId).IsUuid().When(i => i!.DossierId.Length > 0);
        RuleFor(i => i!.GoalNodeId).IsUuid().When(i => i!.GoalNodeId.Length > 0);
        RuleFor(i => i!.Chance).InclusiveBetween(0, WorkFieldRules.MostScore);
        RuleFor(i => i!.Impact).InclusiveBetween(0, WorkFieldRules.MostScore);
        RuleFor(i => i!.FeedbackBodyId).IsOwnerId().When(i => i!.FeedbackBodyId.Length > 0);
    }
}

internal sealed class WorkItemSourceValidator : AbstractValidator<V1.WorkItemSource>
{
    public WorkItemSourceValidator()
    {
        RuleFor(s => s.MeetingId).IsUuid().When(s => s.MeetingId.Length > 0);
        RuleFor(s => s.ItemNumber).GreaterThanOrEqualTo(0);
        RuleFor(s => s.RoundId).IsUuid().When(s => s.RoundId.Length > 0);
        RuleFor(s => s.ViewNumber).GreaterThanOrEqualTo(0);
        RuleFor(s => s.RemarkNumber).GreaterThanOrEqualTo(0);
        RuleFor(s => s.DocumentId).IsUuid().When(s => s.DocumentId.Length > 0);
    }
}

internal sealed class WorkItemResultValidator : AbstractValidator<V1.WorkItemResult>
{
    public WorkItemResultValidator()
    {
        RuleFor(r => r.ContractId).IsUuid().When(r => r.ContractId.Length > 0);
        RuleFor(r => r.ContractLineId).IsUuid().When(r => r.ContractLineId.Length > 0);
        RuleFor(r => r.AgreementId).IsUuid().When(r => r.AgreementId.Length > 0);
        RuleFor(r => r.ObligationNumber).GreaterThanOrEqualTo(0);
        RuleFor(r => r.IndicatorCode).IsCode().When(r => r.IndicatorCode.Length > 0);
    }
}
