using FluentValidation;
using Regio.Municipalities.Rounds;
using Regio.ServiceDefaults.Grpc;

namespace Regio.Municipalities.Work;

/// <summary>Limits of requests on what is to be done.</summary>
internal static class WorkFieldRules
{
    public const int MostTitleCharacters = 200;
    public const int MostReasonCharacters = 200;
    public const int MostScore = 5;
    private const int MostReferenceCharacters = 60;
    private const int MostRoleCharacters = 120;
    private const int MostOwnerCharacters = 100;

    /// <summary>A municipality, a body of one, a region or a body of one.</summary>
    public static IRuleBuilderOptions<T, string> IsOwnerId<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(IsOwnerId).WithMessage("Give a municipality (GM0106), a body (GM0106:executive, JHRD:ABO) or a region (JHRD).");

    /// <summary>What both raising and updating ask of the parts that they share, where they are to be looked at.</summary>
    public static void Rule(this InlineValidator<V1.WorkItem> item)
    {
        item.RuleFor(i => i.RegionId).NotEmpty().IsRegionIdOrEmpty();
        item.RuleFor(i => i.Kind).IsInEnum().NotEqual(V1.WorkItemKind.Unspecified);
        item.RuleFor(i => i.Reference).IsLineOrEmpty(MostReferenceCharacters);
        item.RuleFor(i => i.Title).IsLine(MostTitleCharacters);
        item.RuleFor(i => i.Text).IsText().When(i => i.Text.Length > 0);
        item.RuleFor(i => i.OwnerId).IsOwnerId();
        item.RuleFor(i => i.OwnerRole).IsRole();
        item.RuleFor(i => i.RaisedDate).IsDay();
        item.RuleFor(i => i.DueDate).IsDayOrAbsent();
        item.RuleFor(i => i.Source).SetValidator(new WorkItemSourceValidator()!).When(i => i.Source is not null);
        item.RuleFor(i => i.DossierId).IsUuid().When(i => i.DossierId.Length > 0);
        item.RuleFor(i => i.Chance).InclusiveBetween(0, MostScore);
        item.RuleFor(i => i.Impact).InclusiveBetween(0, MostScore);
        item.RuleFor(i => i.FeedbackBodyId).IsOwnerId().When(i => i.FeedbackBodyId.Length > 0);
    }

    public static IRuleBuilderOptions<T, string> IsRole<T>(this IRuleBuilder<T, string> rule) => rule.IsLineOrEmpty(MostRoleCharacters);

    private static bool IsOwnerId(string text) =>
        text.Length <= MostOwnerCharacters
        && text.Split(':') is { Length: 1 or 2 } parts
        && parts.All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        && parts[0].All(c => !char.IsAsciiLetterLower(c));
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
